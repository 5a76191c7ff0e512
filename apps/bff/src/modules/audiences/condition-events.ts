import type { EventFacts } from '@curlew/engine';
import type { FilterCondition } from '@curlew/scenario';
import { findFilterIssues } from '@curlew/scenario';
import type { Connection } from '../../database/database.ts';
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

// At most as many as the condition asks for: more of them would change no answer.
const readEventsOf = async (
  connection: Connection,
  { projectId, timeZone, now, until }: EventQuestion,
  { condition, customerIds }: { condition: EventCondition; customerIds: readonly string[] },
): Promise<Row[]> => {
  const { event, atLeast, withinDays, where } = condition;
  const parameters = createParameters();
  const clock = {
    now: () => parameters.add(new Date(now).toISOString(), 'timestamptz'),
    timeZone: () => parameters.add(timeZone, 'text'),
  };
  const asked = [
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
  ].join(' AND ');
  const { rows } = await connection.query<Row>(
    `SELECT asked.id AS "customerId", found.id, found.type, found.timestamp, found.properties
     FROM unnest($${parameters.values.length + 1}::uuid[]) AS asked (id)
     CROSS JOIN LATERAL (SELECT e.id, e.type, e.timestamp, e.properties FROM customer_event e
       WHERE e.customer_id = asked.id AND ${asked} ORDER BY e.timestamp DESC LIMIT ${atLeast}) found`,
    [...parameters.values, customerIds],
  );
  return rows;
};

// A condition that is not asked completely is met by nobody, whatever they did (N46).
const isComplete = (condition: EventCondition): boolean =>
  !findFilterIssues({ match: 'all', groups: [{ match: 'all', conditions: [condition] }] }, '').some(
    ({ severity }) => severity === 'error',
  );

/** What these customers did, as far as event conditions ask: enough of it that each is answered as by all that they did. */
export const loadConditionEvents = async (
  connection: Connection,
  question: EventQuestion,
  { conditions, customerIds }: { conditions: readonly EventCondition[]; customerIds: readonly string[] },
): Promise<ReadonlyMap<string, readonly EventFacts[]>> => {
  // By id: one event may answer several conditions, and must not count twice in any.
  const byCustomer = new Map<string, Map<string, EventFacts>>();
  for (const condition of conditions.filter(isComplete)) {
    const rows = await readEventsOf(connection, question, { condition, customerIds });
    for (const { id, customerId, type, timestamp, properties } of rows) {
      const own = byCustomer.get(customerId) ?? new Map<string, EventFacts>();
      byCustomer.set(customerId, own.set(id, { type, timestamp: timestamp.getTime(), properties }));
    }
  }
  return new Map(Array.from(byCustomer, ([customerId, events]) => [customerId, [...events.values()]]));
};
