import type { PoolClient } from 'pg';
import type { Connection } from '../../database/database.ts';
import { intArray, uuidArray } from '../../database/binary-array.ts';
import { distinctRows } from '../../database/distinct-rows.ts';
import type { NewMessage } from './insert-store.ts';

export type MessageStatus =
  | 'enqueued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'failed'
  | 'rejected'
  | 'unknown'
  | 'expired'
  | 'cancelled';

export interface MessageRow extends Omit<NewMessage, 'enrolmentId' | 'visit'> {
  readonly projectId: string;
  /** Null in a test. */
  readonly runId: string | null;
  /** Null in a run. */
  readonly testSendId: string | null;
  readonly status: MessageStatus;
  readonly batchId: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly endedAt: Date | null;
}

/** What is read of a message, of the table as `m`. */
export const messageColumns = `m.id, m.project_id AS "projectId", m.run_id AS "runId", m.test_send_id AS "testSendId", m.node_id AS "nodeId",
  m.customer_id AS "customerId", m.integration_id AS "integrationId", m.status::text AS status, m.recipient, m.sender,
  m.text, m.language, m.encoding, m.parts, m.properties, (extract(epoch FROM m.expires_at) * 1000)::float8 AS "expiresAt",
  m.silent_hours AS "silentHours", m.batch_id AS "batchId", m.created_at AS "createdAt", m.sent_at AS "sentAt",
  m.ended_at AS "endedAt"`;

/** The ones of these messages that still wait for this integration, by id. */
export const readWaitingMessages = async (
  connection: Connection,
  integrationId: string,
  messageIds: readonly string[],
): Promise<MessageRow[]> => {
  if (messageIds.length === 0) return [];
  const { rows } = await connection.query<MessageRow>(
    `SELECT ${messageColumns} FROM message m
     WHERE m.id = ANY($1::uuid[]) AND m.integration_id = $2 AND m.status = 'enqueued' ORDER BY m.id`,
    [uuidArray(messageIds), integrationId],
  );
  return rows;
};

/** One message of a project; undefined where it has no such message. */
export const readMessage = async (
  connection: Connection,
  { projectId, messageId }: { projectId: string; messageId: string },
): Promise<MessageRow | undefined> => {
  const { rows } = await connection.query<MessageRow>(
    `SELECT ${messageColumns} FROM message m WHERE m.project_id = $1 AND m.id = $2`,
    [projectId, messageId],
  );
  return rows[0];
};

/** Takes messages that still wait for this integration, `enqueued -> sending`, and writes down their batches. Returns the ids of those taken. */
export const claimMessages = async (
  connection: PoolClient,
  { projectId, integrationId }: { projectId: string; integrationId: string },
  claims: readonly { messageId: string; batchId: string }[],
): Promise<ReadonlySet<string>> => {
  if (claims.length === 0) return new Set();
  const { rows: batches, places } = distinctRows(
    claims.map(({ batchId }) => batchId),
    (id) => id,
  );
  const { rows } = await connection.query<{ ids: string[] | null }>(
    // Fetched by their keys, whatever the planner thinks of the table, and in order of id: of two that claim the same messages one
    // waits for the other, and not in a circle.
    `WITH asked AS MATERIALIZED (
       SELECT own.id, batch.id AS batch_id FROM unnest($1::uuid[], $2::int[]) AS own (id, place)
       JOIN unnest($3::uuid[]) WITH ORDINALITY AS batch (id, place) USING (place) ORDER BY own.id LIMIT $5),
     taken AS (
       UPDATE message m SET status = 'sending', claimed_at = now(), batch_id = asked.batch_id FROM asked
       WHERE m.id = asked.id AND m.integration_id IS NOT DISTINCT FROM $4 AND m.status = 'enqueued' RETURNING m.id, m.batch_id),
     begun AS (
       INSERT INTO send_batch (id, project_id, integration_id, messages)
       SELECT batch_id, $6, $4, count(*) FROM taken GROUP BY batch_id)
     -- Nearly always they are all of those that were asked for, who need no names.
     SELECT CASE WHEN count(*) < $5 THEN coalesce(array_agg(id::text), '{}') END AS ids FROM taken`,
    [
      uuidArray(claims.map(({ messageId }) => messageId)),
      intArray(places),
      uuidArray(batches),
      integrationId,
      claims.length,
      projectId,
    ],
  );
  return new Set(rows[0]?.ids ?? claims.map(({ messageId }) => messageId));
};

export interface StatusChange {
  readonly id: string;
  readonly status: MessageStatus;
  readonly statusCode: string | null;
  readonly error: string | null;
  /** When it came to be sent; kept where it is known already. */
  readonly sentAt: Date | null;
  /** When it came to its end; null: it has not. */
  readonly endedAt: Date | null;
}

const keyOfChange = ({ status, statusCode, error, sentAt, endedAt }: StatusChange): string =>
  JSON.stringify([status, statusCode, error, sentAt?.getTime(), endedAt?.getTime()]);

const areChangesAlike = (one: StatusChange, other: StatusChange): boolean =>
  one.status === other.status &&
  one.statusCode === other.statusCode &&
  one.error === other.error &&
  one.sentAt?.getTime() === other.sentAt?.getTime() &&
  one.endedAt?.getTime() === other.endedAt?.getTime();

/**
 * Moves messages on; which may move where is decided by the caller, who holds their locks. Whoever holds none names the batch they were
 * sent with: only those that are still being sent with it are moved. Returns the ids of the others.
 */
export const updateMessages = async (
  connection: PoolClient,
  changes: readonly StatusChange[],
  sentWith: string | null,
): Promise<ReadonlySet<string>> => {
  if (changes.length === 0) return new Set();
  const { rows, places } = distinctRows(changes, keyOfChange, areChangesAlike);
  const { rows: moved } = await connection.query<{ ids: string[] | null }>(
    `WITH changed AS MATERIALIZED (
       SELECT own.id, c.* FROM unnest($1::uuid[], $2::int[]) AS own (id, place)
       JOIN unnest($3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[])
         WITH ORDINALITY AS c (status, status_code, error, sent_at, ended_at, place) USING (place) ORDER BY own.id LIMIT $8),
     moved AS (
       UPDATE message m SET status = c.status::message_status, status_code = c.status_code, error = c.error,
         sent_at = coalesce(m.sent_at, c.sent_at), ended_at = c.ended_at
       FROM changed c WHERE m.id = c.id
         AND ($9::uuid IS NULL OR (m.batch_id IS NOT DISTINCT FROM $9 AND m.status = 'sending')) RETURNING m.id)
     SELECT CASE WHEN count(*) < $8 THEN coalesce(array_agg(id::text), '{}') END AS ids FROM moved`,
    [
      uuidArray(changes.map(({ id }) => id)),
      intArray(places),
      rows.map((change) => change.status),
      rows.map((change) => change.statusCode),
      rows.map((change) => change.error),
      rows.map((change) => change.sentAt),
      rows.map((change) => change.endedAt),
      changes.length,
      sentWith,
    ],
  );
  const ids = moved[0]?.ids;
  if (!ids) return new Set();
  const known = new Set(ids);
  return new Set(changes.flatMap(({ id }) => (known.has(id) ? [] : id)));
};

/** Puts messages of a batch that were surely not sent with it back among those that wait; the caller holds their locks. */
export const returnMessages = async (
  connection: PoolClient,
  { batchId, messageIds }: { batchId: string; messageIds: readonly string[] },
): Promise<void> => {
  await connection.query(
    `UPDATE message SET status = 'enqueued', batch_id = NULL, claimed_at = NULL
     WHERE id = ANY($1::uuid[]) AND batch_id = $2 AND status = 'sending'`,
    [uuidArray(messageIds), batchId],
  );
};
