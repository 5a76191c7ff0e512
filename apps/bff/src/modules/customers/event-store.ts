import type { PoolClient } from 'pg';
import { intArray, jsonbArray, uuidArray } from '../../database/binary-array.ts';
import { distinctRows } from '../../database/distinct-rows.ts';
import { storablePlainJson, storableText } from '../../database/storable-text.ts';

export interface NewCustomerEvent {
  readonly id: string;
  readonly customerId: string;
  /** Null: a campaign event, whose type is what the project names them when it is written. */
  readonly type: string | null;
  /** ISO 8601. */
  readonly timestamp: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** What many events say alike, one object for all of them; `properties` are put over it. */
  readonly shared?: Readonly<Record<string, unknown>>;
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
  const numbers = new Map<object | undefined, number>();
  const numberOf = (shared: object | undefined): number => {
    const number = numbers.get(shared) ?? numbers.size;
    numbers.set(shared, number);
    return number;
  };
  const heads = distinctRows(
    events,
    ({ type, timestamp, depth = 0, shared }) => `${numberOf(shared)} ${depth} ${timestamp} ${type ?? ''}`,
  );
  const own = distinctRows(
    events.map(({ properties }) => storablePlainJson(properties)),
    (json) => json,
  );
  await connection.query(
    `WITH told AS MATERIALIZED (
       SELECT own.id, own.customer_id, coalesce(h.type, (SELECT campaign_events[1] FROM project WHERE id = $1)) AS type, h.timestamp, h.shared || p.properties AS properties, h.depth
       FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::int[]) AS own (id, customer_id, head, place)
       JOIN unnest($6::text[], $7::timestamptz[], $8::jsonb[], $9::smallint[])
         WITH ORDINALITY AS h (type, timestamp, shared, depth, head) USING (head)
       JOIN unnest($10::jsonb[]) WITH ORDINALITY AS p (properties, place) USING (place)),
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
      intArray(heads.places),
      intArray(own.places),
      heads.rows.map(({ type }) => (type === null ? null : storableText(type))),
      heads.rows.map(({ timestamp }) => timestamp),
      jsonbArray(heads.rows.map(({ shared = {} }) => storablePlainJson(shared))),
      heads.rows.map(({ depth = 0 }) => depth),
      jsonbArray(own.rows),
    ],
  );
};
