import type { PoolClient } from 'pg';
import { storableJson } from '../../database/storable-text.ts';

export interface NewCustomerEvent {
  readonly id: string;
  readonly customerId: string;
  readonly type: string;
  /** ISO 8601. */
  readonly timestamp: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Writes events of one project in one statement. */
export const insertEvents = async (
  connection: PoolClient,
  projectId: string,
  events: readonly NewCustomerEvent[],
): Promise<void> => {
  if (events.length === 0) return;
  await connection.query(
    `INSERT INTO customer_event (id, project_id, customer_id, type, timestamp, properties)
     SELECT n.id, $1, n."customerId", n.type, n.timestamp, n.properties
     FROM json_to_recordset($2::json)
       AS n (id uuid, "customerId" uuid, type text, timestamp timestamptz, properties jsonb)`,
    [projectId, storableJson(events)],
  );
};
