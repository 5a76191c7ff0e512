import type { EventFacts } from '@curlew/engine';
import type { NodeOf } from '@curlew/scenario';
import type { Connection } from '../../database/database.ts';
import { compileComparison } from '../audiences/compile-comparison.ts';
import { createParameters } from '../audiences/parameters.ts';
import type { EnrolmentRow } from './store.ts';

interface Question {
  readonly projectId: string;
  /** IANA name of the project's zone. */
  readonly timeZone: string;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  readonly node: NodeOf<'wait'>;
}

interface Row {
  readonly enrolmentId: string;
  readonly type: string;
  readonly timestamp: Date;
  readonly properties: EventFacts['properties'];
}

/** The first event since each customer came that a Wait for an event waits for, by id of the enrolment. */
export const findHappened = async (
  connection: Connection,
  { projectId, timeZone, now, node }: Question,
  enrolments: readonly Pick<EnrolmentRow, 'id' | 'customerId' | 'enteredAt'>[],
): Promise<ReadonlyMap<string, EventFacts>> => {
  const { event, where } = node.settings;
  const parameters = createParameters();
  const clock = {
    now: () => parameters.add(new Date(now).toISOString(), 'timestamptz'),
    timeZone: () => parameters.add(timeZone, 'text'),
  };
  const asked = [
    `e.project_id = ${parameters.add(projectId, 'uuid')}`,
    // What was tracked without leave to ends no wait (N71).
    'e.is_heard',
    `e.type = ${parameters.add(event.trim(), 'text')}`,
    ...where.map((comparison) =>
      compileComparison(comparison, { properties: 'e.properties', parameters, clock }),
    ),
  ].join(' AND ');
  const first = parameters.values.length + 1;
  const { rows } = await connection.query<Row>(
    `SELECT held.id AS "enrolmentId", found.type, found.timestamp, found.properties
     FROM unnest($${first}::uuid[], $${first + 1}::uuid[], $${first + 2}::timestamptz[]) AS held (id, customer_id, since)
     CROSS JOIN LATERAL (SELECT e.type, e.timestamp, e.properties FROM customer_event e
       WHERE e.customer_id = held.customer_id AND e.timestamp > held.since AND ${asked}
       ORDER BY e.timestamp, e.id LIMIT 1) found`,
    [
      ...parameters.values,
      enrolments.map(({ id }) => id),
      enrolments.map(({ customerId }) => customerId),
      enrolments.map(({ enteredAt }) => enteredAt),
    ],
  );
  return new Map(
    rows.map(({ enrolmentId, type, timestamp, properties }) => [
      enrolmentId,
      { type, timestamp: timestamp.getTime(), properties },
    ]),
  );
};
