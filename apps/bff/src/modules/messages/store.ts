import type { PoolClient } from 'pg';
import type { Encoding } from '@curlew/sms';
import type { Connection } from '../../database/database.ts';
import { intArray, jsonbArray, uuidArray } from '../../database/binary-array.ts';
import { distinctRows } from '../../database/distinct-rows.ts';
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

interface Written {
  readonly message: NewMessage;
  /** As JSON. */
  readonly properties: string;
}

const keyOfMessage = ({ message, properties }: Written): string => {
  const { nodeId, visit, integrationId, sender, language, encoding, parts, expiresAt } = message;
  return JSON.stringify([
    nodeId,
    visit,
    integrationId,
    sender,
    language,
    encoding,
    parts,
    properties,
    expiresAt,
  ]);
};

/** Writes messages as `enqueued`. One that its visit has already is left out: the unique key sees to that. */
export const insertMessages = async (
  connection: PoolClient,
  { projectId, runId, testSendId, at }: MessageOrigin & { projectId: string; at: Date },
  messages: readonly NewMessage[],
): Promise<ReadonlySet<string>> => {
  if (messages.length === 0) return new Set();
  const written = messages.map((message) => ({ message, properties: storableJson(message.properties) }));
  const { rows, places } = distinctRows(written, keyOfMessage);
  const { rows: inserted } = await connection.query<{ id: string }>(
    `INSERT INTO message (id, project_id, run_id, node_id, enrolment_id, visit, customer_id, integration_id,
       recipient, sender, text, language, encoding, parts, properties, expires_at, created_at, test_send_id)
     SELECT own.id, $1, $2, m.node_id, own.enrolment_id, m.visit, own.customer_id, m.integration_id,
       own.recipient, m.sender, own.text, m.language, m.encoding, m.parts, m.properties, m.expires_at, $3, $4
     FROM unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::text[], $10::int[])
       AS own (id, enrolment_id, customer_id, recipient, text, place)
     JOIN unnest($11::text[], $12::int[], $13::uuid[], $14::text[], $15::text[], $16::text[], $17::int[], $18::jsonb[],
         $19::timestamptz[])
       WITH ORDINALITY AS m (node_id, visit, integration_id, sender, language, encoding, parts, properties, expires_at, place)
       USING (place)
     ON CONFLICT (run_id, node_id, enrolment_id, visit) DO NOTHING RETURNING id`,
    [
      projectId,
      runId ?? null,
      at,
      testSendId ?? null,
      uuidArray(messages.map(({ id }) => id)),
      messages.map(({ enrolmentId }) => enrolmentId),
      uuidArray(messages.map(({ customerId }) => customerId)),
      messages.map(({ recipient }) => recipient),
      messages.map(({ text }) => storableText(text)),
      intArray(places),
      rows.map(({ message }) => message.nodeId),
      rows.map(({ message }) => message.visit),
      rows.map(({ message }) => message.integrationId),
      rows.map(({ message }) => message.sender),
      rows.map(({ message }) => message.language),
      rows.map(({ message }) => message.encoding),
      rows.map(({ message }) => message.parts),
      jsonbArray(rows.map(({ properties }) => properties)),
      rows.map(({ message: { expiresAt } }) => (expiresAt === null ? null : new Date(expiresAt))),
    ],
  );
  return new Set(inserted.map((row) => row.id));
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

/** Takes messages that still wait for this integration: `enqueued -> sending`. Returns the ids of those taken. */
export const claimMessages = async (
  connection: PoolClient,
  integrationId: string,
  claims: readonly { messageId: string; batchId: string }[],
): Promise<ReadonlySet<string>> => {
  if (claims.length === 0) return new Set();
  const { rows: batches, places } = distinctRows(
    claims.map(({ batchId }) => batchId),
    (id) => id,
  );
  const { rows } = await connection.query<{ id: string }>(
    // Fetched by their keys, whatever the planner thinks of the table, and in order of id: of two that claim the same messages one
    // waits for the other, and not in a circle.
    `WITH asked AS MATERIALIZED (
       SELECT own.id, batch.id AS batch_id FROM unnest($1::uuid[], $2::int[]) AS own (id, place)
       JOIN unnest($3::uuid[]) WITH ORDINALITY AS batch (id, place) USING (place) ORDER BY own.id LIMIT $5)
     UPDATE message m SET status = 'sending', claimed_at = now(), batch_id = asked.batch_id FROM asked
     WHERE m.id = asked.id AND m.integration_id IS NOT DISTINCT FROM $4 AND m.status = 'enqueued' RETURNING m.id`,
    [
      uuidArray(claims.map(({ messageId }) => messageId)),
      intArray(places),
      uuidArray(batches),
      integrationId,
      claims.length,
    ],
  );
  return new Set(rows.map((row) => row.id));
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

const keyOfChange = ({ status, statusCode, error, sentAt, endedAt }: StatusChange): string =>
  JSON.stringify([status, statusCode, error, sentAt?.getTime(), endedAt?.getTime()]);

/** Moves messages on; which may move where is decided by the caller, who holds their locks. */
export const updateMessages = async (
  connection: PoolClient,
  changes: readonly StatusChange[],
): Promise<void> => {
  if (changes.length === 0) return;
  const { rows, places } = distinctRows(changes, keyOfChange);
  await connection.query(
    `WITH changed AS MATERIALIZED (
       SELECT own.id, c.* FROM unnest($1::uuid[], $2::int[]) AS own (id, place)
       JOIN unnest($3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[])
         WITH ORDINALITY AS c (status, status_code, error, sent_at, ended_at, place) USING (place) LIMIT $8)
     UPDATE message m SET status = c.status::message_status, status_code = c.status_code, error = c.error,
       sent_at = coalesce(m.sent_at, c.sent_at), ended_at = coalesce(m.ended_at, c.ended_at)
     FROM changed c WHERE m.id = c.id`,
    [
      uuidArray(changes.map(({ id }) => id)),
      intArray(places),
      rows.map((change) => change.status),
      rows.map((change) => change.statusCode),
      rows.map((change) => change.error),
      rows.map((change) => change.sentAt),
      rows.map((change) => change.endedAt),
      changes.length,
    ],
  );
};

/** Puts claimed messages that were surely not sent back among those that wait. */
export const returnMessages = async (connection: PoolClient, ids: readonly string[]): Promise<void> => {
  await connection.query(
    `UPDATE message SET status = 'enqueued', batch_id = NULL, claimed_at = NULL WHERE id = ANY($1::uuid[])`,
    [uuidArray(ids)],
  );
};
