import type { PoolClient } from 'pg';
import { storableJson } from '../../database/storable-text.ts';
import { newId } from '../../new-id.ts';

export interface NewCustomerEvent {
  readonly customerId: string;
  readonly type: string;
  readonly timestamp: Date;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Writes events of one project in one statement. */
export const insertCustomerEvents = async (
  connection: PoolClient,
  projectId: string,
  events: readonly NewCustomerEvent[],
): Promise<void> => {
  if (events.length === 0) return;
  await connection.query(
    `INSERT INTO customer_event (id, project_id, customer_id, type, timestamp, properties)
     SELECT e.id, $1, e.customer_id, e.type, e.timestamp, e.properties
     FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::jsonb[])
       AS e(id, customer_id, type, timestamp, properties)`,
    [
      projectId,
      events.map(() => newId()),
      events.map((event) => event.customerId),
      events.map((event) => event.type),
      events.map((event) => event.timestamp),
      events.map((event) => storableJson(event.properties)),
    ],
  );
};
