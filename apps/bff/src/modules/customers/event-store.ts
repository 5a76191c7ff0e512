import type { PoolClient } from 'pg';
import { intArray, jsonbArray, uuidArray } from '../../database/binary-array.ts';
import { distinctRows } from '../../database/distinct-rows.ts';
import { storablePlainJson, storableText } from '../../database/storable-text.ts';

export interface NewCustomerEvent {
  readonly id: string;
  readonly customerId: string;
  readonly type: string;
  /** ISO 8601. */
  readonly timestamp: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** How many scenarios started one another before it; left out: none. Null: it starts nothing and ends no wait. */
  readonly depth?: number | null;
}

/**
 * Writes events of one project in one statement. Those that a trigger or a wait of the project listens to are put into the
 * inbox with them.
 */
export const insertEvents = async (
  connection: PoolClient,
  projectId: string,
  events: readonly NewCustomerEvent[],
): Promise<void> => {
  if (events.length === 0) return;
  const written = events.map(({ type, timestamp, properties, depth = 0 }) => {
    const json = storablePlainJson(properties);
    return { type: storableText(type), timestamp, depth, json };
  });
  const { rows, places } = distinctRows(
    written,
    ({ type, timestamp, depth, json }) => json + JSON.stringify([type, timestamp, depth]),
  );
  await connection.query(
    `WITH told AS MATERIALIZED (
       SELECT own.id, own.customer_id, n.type, n.timestamp, n.properties, n.depth
       FROM unnest($2::uuid[], $3::uuid[], $4::int[]) AS own (id, customer_id, place)
       JOIN unnest($5::text[], $6::timestamptz[], $7::jsonb[], $8::smallint[])
         WITH ORDINALITY AS n (type, timestamp, properties, depth, place) ON n.place = own.place),
     written AS (
       INSERT INTO customer_event (id, project_id, customer_id, type, timestamp, properties, is_heard)
       SELECT id, $1, customer_id, type, timestamp, properties, depth IS NOT NULL FROM told)
     INSERT INTO event_inbox (event_id, project_id, customer_id, type, depth)
     SELECT told.id, $1, told.customer_id, told.type, told.depth FROM told
     WHERE told.depth IS NOT NULL
       AND EXISTS (SELECT FROM event_listener l WHERE l.project_id = $1 AND l.type = told.type)`,
    [
      projectId,
      uuidArray(events.map(({ id }) => id)),
      uuidArray(events.map(({ customerId }) => customerId)),
      intArray(places),
      rows.map(({ type }) => type),
      rows.map(({ timestamp }) => timestamp),
      jsonbArray(rows.map(({ json }) => json)),
      rows.map(({ depth }) => depth),
    ],
  );
};
