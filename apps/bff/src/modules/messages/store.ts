import type { PoolClient } from 'pg';
import type { Encoding } from '@curlew/sms';
import type { Connection } from '../../database/database.ts';
import { storableJson, storableText } from '../../database/storable-text.ts';

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

export interface NewMessage {
  readonly id: string;
  readonly nodeId: string;
  /** Null in a test. */
  readonly enrolmentId: string | null;
  readonly visit: number;
  readonly customerId: string;
  readonly integrationId: string;
  readonly recipient: string;
  readonly sender: string;
  readonly text: string;
  readonly language: string;
  readonly encoding: Encoding;
  readonly parts: number;
  /** What each of its campaign events says besides. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970, from which it is not to leave any more; null: never. */
  readonly expiresAt: number | null;
}

/** What messages are of: a run, or a test. */
export type MessageOrigin =
  | { readonly runId: string; readonly testSendId?: never }
  | { readonly runId?: never; readonly testSendId: string };

/** Writes messages as `enqueued`. One that its visit has already is left out: the unique key sees to that. */
export const insertMessages = async (
  connection: PoolClient,
  { projectId, runId, testSendId, at }: MessageOrigin & { projectId: string; at: Date },
  messages: readonly NewMessage[],
): Promise<ReadonlySet<string>> => {
  if (messages.length === 0) return new Set();
  const { rows } = await connection.query<{ id: string }>(
    `INSERT INTO message (id, project_id, run_id, node_id, enrolment_id, visit, customer_id, integration_id,
       recipient, sender, text, language, encoding, parts, properties, expires_at, created_at, test_send_id)
     SELECT m.id, $1, $2, m.node_id, m.enrolment_id, m.visit, m.customer_id, m.integration_id,
       m.recipient, m.sender, m.text, m.language, m.encoding, m.parts, m.properties, m.expires_at, $17, $18
     FROM unnest($3::uuid[], $4::text[], $5::uuid[], $6::int[], $7::uuid[], $8::uuid[], $9::text[], $10::text[],
       $11::text[], $12::text[], $13::text[], $14::int[], $15::jsonb[], $16::timestamptz[])
       AS m(id, node_id, enrolment_id, visit, customer_id, integration_id, recipient, sender, text, language, encoding, parts,
         properties, expires_at)
     ON CONFLICT (run_id, node_id, enrolment_id, visit) DO NOTHING RETURNING id`,
    [
      projectId,
      runId ?? null,
      messages.map((message) => message.id),
      messages.map((message) => message.nodeId),
      messages.map((message) => message.enrolmentId),
      messages.map((message) => message.visit),
      messages.map((message) => message.customerId),
      messages.map((message) => message.integrationId),
      messages.map((message) => message.recipient),
      messages.map((message) => message.sender),
      messages.map((message) => storableText(message.text)),
      messages.map((message) => message.language),
      messages.map((message) => message.encoding),
      messages.map((message) => message.parts),
      messages.map((message) => storableJson(message.properties)),
      messages.map(({ expiresAt }) => (expiresAt === null ? null : new Date(expiresAt))),
      at,
      testSendId ?? null,
    ],
  );
  return new Set(rows.map((row) => row.id));
};

export interface MessageRow {
  readonly id: string;
  readonly projectId: string;
  /** Null in a test. */
  readonly runId: string | null;
  /** Null in a run. */
  readonly testSendId: string | null;
  readonly nodeId: string;
  readonly customerId: string;
  readonly integrationId: string;
  readonly status: MessageStatus;
  readonly recipient: string;
  readonly sender: string;
  readonly text: string;
  readonly language: string;
  readonly encoding: Encoding;
  readonly parts: number;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970; null: never. */
  readonly expiresAt: number | null;
  readonly batchId: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
}

/** What is read of a message, of the table as `m`. */
export const messageColumns = `m.id, m.project_id AS "projectId", m.run_id AS "runId", m.test_send_id AS "testSendId", m.node_id AS "nodeId",
  m.customer_id AS "customerId", m.integration_id AS "integrationId", m.status::text AS status, m.recipient, m.sender,
  m.text, m.language, m.encoding, m.parts, m.properties, (extract(epoch FROM m.expires_at) * 1000)::float8 AS "expiresAt", m.batch_id AS "batchId", m.created_at AS "createdAt", m.sent_at AS "sentAt"`;

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
    [messageIds, integrationId],
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

/** Takes messages that still wait for this integration: `enqueued -> sending`. Returns the ids of those taken. */
export const claimMessages = async (
  connection: PoolClient,
  integrationId: string,
  claims: readonly { messageId: string; batchId: string }[],
): Promise<ReadonlySet<string>> => {
  const { rows } = await connection.query<{ id: string }>(
    `WITH waiting AS (
       SELECT id FROM message WHERE id = ANY($1::uuid[]) AND integration_id = $3 AND status = 'enqueued'
       ORDER BY id FOR UPDATE
     )
     UPDATE message m SET status = 'sending', claimed_at = now(), batch_id = c.batch_id
     FROM waiting JOIN unnest($1::uuid[], $2::uuid[]) AS c(id, batch_id) ON c.id = waiting.id
     WHERE m.id = waiting.id AND m.id = ANY($1::uuid[]) RETURNING m.id`,
    [claims.map((entry) => entry.messageId), claims.map((entry) => entry.batchId), integrationId],
  );
  return new Set(rows.map((row) => row.id));
};

export const insertBatches = async (
  connection: PoolClient,
  { projectId, integrationId }: { projectId: string; integrationId: string },
  batches: readonly { id: string; messages: number }[],
): Promise<void> => {
  if (batches.length === 0) return;
  await connection.query(
    `INSERT INTO send_batch (id, project_id, integration_id, messages)
     SELECT b.id, $1, $2, b.messages FROM unnest($3::uuid[], $4::int[]) AS b(id, messages)`,
    [projectId, integrationId, batches.map(({ id }) => id), batches.map(({ messages }) => messages)],
  );
};

export type BatchStatus = 'sending' | 'accepted' | 'refused' | 'unknown';

export const updateBatch = async (
  connection: PoolClient,
  batch: { id: string; status: BatchStatus; providerId: string | null },
): Promise<void> => {
  await connection.query(
    'UPDATE send_batch SET status = $2::batch_status, provider_id = coalesce($3, provider_id), ended_at = now() WHERE id = $1',
    [batch.id, batch.status, batch.providerId],
  );
};

/** The messages of a batch, locked, in order of id. */
export const lockBatchMessages = async (connection: PoolClient, batchId: string): Promise<MessageRow[]> => {
  const { rows } = await connection.query<MessageRow>(
    `SELECT ${messageColumns} FROM message m WHERE m.batch_id = $1 ORDER BY m.id FOR UPDATE`,
    [batchId],
  );
  return rows;
};

export interface StatusChange {
  readonly id: string;
  readonly status: MessageStatus;
  readonly statusCode: string | null;
  readonly error: string | null;
  /** When it came to be sent; kept where it is known already. */
  readonly sentAt: Date | null;
  readonly endedAt: Date | null;
}

/** Moves messages on; which may move where is decided by the caller, who holds their locks. */
export const updateMessages = async (
  connection: PoolClient,
  changes: readonly StatusChange[],
): Promise<void> => {
  if (changes.length === 0) return;
  await connection.query(
    `UPDATE message SET status = c.status::message_status, status_code = c.status_code, error = c.error,
       sent_at = coalesce(message.sent_at, c.sent_at), ended_at = coalesce(message.ended_at, c.ended_at)
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[])
       AS c(id, status, status_code, error, sent_at, ended_at)
     WHERE message.id = c.id`,
    [
      changes.map((change) => change.id),
      changes.map((change) => change.status),
      changes.map((change) => change.statusCode),
      changes.map((change) => change.error),
      changes.map((change) => change.sentAt),
      changes.map((change) => change.endedAt),
    ],
  );
};

/** Puts claimed messages that were surely not sent back among those that wait. */
export const returnMessages = async (connection: PoolClient, ids: readonly string[]): Promise<void> => {
  await connection.query(
    `UPDATE message SET status = 'enqueued', batch_id = NULL, claimed_at = NULL WHERE id = ANY($1::uuid[])`,
    [ids],
  );
};

export interface OpenBatchRow {
  readonly id: string;
  readonly integrationId: string;
  readonly ageSeconds: number;
}

/** Batches whose answer was never recorded, oldest first. */
export const readStaleBatches = async (
  connection: Connection,
  olderThanSeconds: number,
): Promise<OpenBatchRow[]> => {
  const { rows } = await connection.query<OpenBatchRow>(
    `SELECT id, integration_id AS "integrationId", extract(epoch FROM now() - created_at)::float AS "ageSeconds"
     FROM send_batch
     WHERE status = 'sending' AND created_at < now() - make_interval(secs => $1) ORDER BY id LIMIT 100`,
    [olderThanSeconds],
  );
  return rows;
};
