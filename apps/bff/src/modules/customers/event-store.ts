import type { PoolClient } from 'pg';
import { storablePlainJson } from '../../database/storable-text.ts';

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
  await connection.query(
    `WITH told AS MATERIALIZED (
       SELECT n.* FROM json_to_recordset($2::json) AS n (id uuid, "customerId" uuid, type text, timestamp timestamptz,
         properties jsonb, depth smallint)),
     written AS (
       INSERT INTO customer_event (id, project_id, customer_id, type, timestamp, properties, is_heard)
       SELECT id, $1, "customerId", type, timestamp, properties, depth IS NOT NULL FROM told)
     INSERT INTO event_inbox (event_id, project_id, customer_id, type, depth)
     SELECT told.id, $1, told."customerId", told.type, told.depth FROM told
     WHERE told.depth IS NOT NULL
       AND EXISTS (SELECT FROM event_listener l WHERE l.project_id = $1 AND l.type = told.type)`,
    [projectId, storablePlainJson(events.map((event) => ({ depth: 0, ...event })))],
  );
};
