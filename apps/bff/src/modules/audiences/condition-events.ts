import type { EventFacts } from '@curlew/engine';
import type { FilterCondition } from '@curlew/scenario';
import { findFilterIssues } from '@curlew/scenario';
import type { Connection } from '../../database/database.ts';
import { uuidArray } from '../../database/binary-array.ts';
import { compileComparison } from './compile-comparison.ts';
import { createParameters } from './parameters.ts';

export type EventCondition = Extract<FilterCondition, { kind: 'event' }>;

export interface EventQuestion {
  readonly projectId: string;
  /** IANA name of the project's zone. */
  readonly timeZone: string;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  /** What happened later is not seen; left out: it is. */
  readonly until?: number;
}

interface Row {
  readonly id: string;
  readonly customerId: string;
  readonly type: string;
  readonly timestamp: Date;
  readonly properties: Readonly<Record<string, unknown>>;
}

const dayMs = 86_400_000;

interface Asked {
  readonly condition: EventCondition;
  readonly customerIds: readonly string[];
}

/** What an event `e` of a customer `asked.id` must be for a condition to count it. */
const compileCondition = (
  { projectId, timeZone, now, until }: EventQuestion,
  { condition: { event, withinDays, where }, customerIds }: Asked,
): { readonly sql: string; readonly from: string; readonly values: readonly unknown[] } => {
  const parameters = createParameters();
  const clock = {
    now: () => parameters.add(new Date(now).toISOString(), 'timestamptz'),
    timeZone: () => parameters.add(timeZone, 'text'),
  };
  const asked = [
    'e.customer_id = asked.id',
    `e.project_id = ${parameters.add(projectId, 'uuid')}`,
    `e.type = ${parameters.add(event.trim(), 'text')}`,
    ...(withinDays === null
      ? []
      : [
          `e.timestamp >= ${parameters.add(new Date(now - withinDays * dayMs).toISOString(), 'timestamptz')}`,
        ]),
    ...(until === undefined
      ? []
      : [`e.timestamp <= ${parameters.add(new Date(until).toISOString(), 'timestamptz')}`]),
    ...where.map((comparison) =>
      compileComparison(comparison, { properties: 'e.properties', parameters, clock }),
    ),
  ];
  const from = `unnest($${parameters.values.length + 1}::uuid[]) AS asked (id)`;
  return { sql: asked.join(' AND '), from, values: [...parameters.values, uuidArray(customerIds)] };
};

// At most as many as the condition asks for: more of them would change no answer.
const readEventsOf = async (
  connection: Connection,
  question: EventQuestion,
  asked: Asked,
): Promise<Row[]> => {
  const { sql, from, values } = compileCondition(question, asked);
  const { rows } = await connection.query<Row>(
    `SELECT asked.id AS "customerId", found.id, found.type, found.timestamp, found.properties FROM ${from}
     CROSS JOIN LATERAL (SELECT e.id, e.type, e.timestamp, e.properties FROM customer_event e
       WHERE ${sql} ORDER BY e.timestamp DESC LIMIT ${asked.condition.atLeast}) found`,
    [...values],
  );
  return rows;
};

/** The latest event that a condition counts, and how many there are, up to as many as it asks for. */
const readCountsOf = async (
  connection: Connection,
  question: EventQuestion,
  asked: Asked,
): Promise<(Row & { readonly count: number })[]> => {
  const { sql, from, values } = compileCondition(question, asked);
  const { rows } = await connection.query<Row & { count: number }>(
    `SELECT asked.id AS "customerId", last.id, last.type, last.timestamp, last.properties, counted.count FROM ${from}
     CROSS JOIN LATERAL (SELECT e.id, e.type, e.timestamp, e.properties FROM customer_event e
       WHERE ${sql} ORDER BY e.timestamp DESC LIMIT 1) last
     CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM (SELECT FROM customer_event e
       WHERE ${sql} LIMIT ${asked.condition.atLeast}) met) counted`,
    [...values],
  );
  return rows;
};

// A condition that is not asked completely is met by nobody, whatever they did (N46).
const isComplete = (condition: EventCondition): boolean =>
  !findFilterIssues({ match: 'all', groups: [{ match: 'all', conditions: [condition] }] }, '').some(
    ({ severity }) => severity === 'error',
  );

/** A condition that asks for more is answered by one event as often as there are such, so that memory stays bounded. */
const mostEach = 20;

// Where time goes on, each event counts for as long as it is not too old; and an event that answers two conditions is one.
const mayCount = (
  { event, atLeast }: EventCondition,
  { until }: EventQuestion,
  conditions: readonly EventCondition[],
): boolean =>
  atLeast > mostEach &&
  until === undefined &&
  conditions.filter((other) => other.event.trim() === event.trim()).length === 1;

/** What these customers did, as far as event conditions ask: enough of it that each is answered as by all that they did. */
export const loadConditionEvents = async (
  connection: Connection,
  question: EventQuestion,
  { conditions, customerIds }: { conditions: readonly EventCondition[]; customerIds: readonly string[] },
): Promise<ReadonlyMap<string, readonly EventFacts[]>> => {
  // By id: one event may answer several conditions, and must not count twice in any.
  const byCustomer = new Map<string, Map<string, readonly EventFacts[]>>();
  const add = ({ id, customerId, type, timestamp, properties }: Row, count: number): void => {
    const own = byCustomer.get(customerId) ?? new Map<string, readonly EventFacts[]>();
    const event = { type, timestamp: timestamp.getTime(), properties };
    byCustomer.set(
      customerId,
      own.set(
        id,
        Array.from({ length: count }, () => event),
      ),
    );
  };
  const complete = conditions.filter(isComplete);
  for (const condition of complete) {
    const asked = { condition, customerIds };
    if (mayCount(condition, question, complete))
      for (const row of await readCountsOf(connection, question, asked)) add(row, row.count);
    else for (const row of await readEventsOf(connection, question, asked)) add(row, 1);
  }
  return new Map(Array.from(byCustomer, ([customerId, events]) => [customerId, [...events.values()].flat()]));
};
