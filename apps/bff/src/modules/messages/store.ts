import type { PoolClient } from 'pg';
import type { SilentHoursSettings } from '@curlew/scenario';
import type { Encoding } from '@curlew/sms';
import type { Connection } from '../../database/database.ts';
import { intArray, jsonbArray, textArray, uuidArray } from '../../database/binary-array.ts';
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
  /** When it is not to leave, on the clock of an IANA zone; null: there are no such hours. */
  readonly silentHours: SilentHoursSettings | null;
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
  const { nodeId, visit, integrationId, sender, language, encoding, parts, expiresAt, silentHours } = message;
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
    silentHours,
  ]);
};

/** Writes messages as `enqueued`. Throws where a visit has one already: the unique key sees to that, and nothing of it is written. */
export const insertMessages = async (
  connection: PoolClient,
  { projectId, runId, testSendId, at }: MessageOrigin & { projectId: string; at: Date },
  messages: readonly NewMessage[],
): Promise<void> => {
  if (messages.length === 0) return;
  const written = messages.map((message) => ({ message, properties: storableJson(message.properties) }));
  const { rows, places } = distinctRows(written, keyOfMessage);
  const enrolmentIds = messages.flatMap(({ enrolmentId }) => enrolmentId ?? []);
  await connection.query(
    `INSERT INTO message (id, project_id, run_id, node_id, enrolment_id, visit, customer_id, integration_id,
       recipient, sender, text, language, encoding, parts, properties, expires_at, silent_hours, created_at, test_send_id)
     SELECT own.id, $1, $2, m.node_id, own.enrolment_id, m.visit, own.customer_id, m.integration_id,
       own.recipient, m.sender, own.text, m.language, m.encoding, m.parts, m.properties, m.expires_at, m.silent_hours, $3, $4
     FROM unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::text[], $10::int[])
       AS own (id, enrolment_id, customer_id, recipient, text, place)
     JOIN unnest($11::text[], $12::int[], $13::uuid[], $14::text[], $15::text[], $16::text[], $17::int[], $18::jsonb[],
         $19::timestamptz[], $20::jsonb[])
       WITH ORDINALITY AS m (node_id, visit, integration_id, sender, language, encoding, parts, properties, expires_at, silent_hours, place)
       USING (place)`,
    [
      projectId,
      runId ?? null,
      at,
      testSendId ?? null,
      uuidArray(messages.map(({ id }) => id)),
      // Of a test none has one.
      enrolmentIds.length === messages.length
        ? uuidArray(enrolmentIds)
        : messages.map(({ enrolmentId }) => enrolmentId),
      uuidArray(messages.map(({ customerId }) => customerId)),
      textArray(messages.map(({ recipient }) => recipient)),
      textArray(messages.map(({ text }) => storableText(text))),
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
      rows.map(({ message: { silentHours } }) => (silentHours === null ? null : JSON.stringify(silentHours))),
    ],
  );
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
  readonly silentHours: SilentHoursSettings | null;
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
  const { rows } = await connection.query<{ ids: string[] | null }>(
    // Fetched by their keys, whatever the planner thinks of the table, and in order of id: of two that claim the same messages one
    // waits for the other, and not in a circle.
    `WITH asked AS MATERIALIZED (
       SELECT own.id, batch.id AS batch_id FROM unnest($1::uuid[], $2::int[]) AS own (id, place)
       JOIN unnest($3::uuid[]) WITH ORDINALITY AS batch (id, place) USING (place) ORDER BY own.id LIMIT $5),
     taken AS (
       UPDATE message m SET status = 'sending', claimed_at = now(), batch_id = asked.batch_id FROM asked
       WHERE m.id = asked.id AND m.integration_id IS NOT DISTINCT FROM $4 AND m.status = 'enqueued' RETURNING m.id)
     -- Nearly always they are all of those that were asked for, who need no names.
     SELECT CASE WHEN count(*) < $5 THEN coalesce(array_agg(id::text), '{}') END AS ids FROM taken`,
    [
      uuidArray(claims.map(({ messageId }) => messageId)),
      intArray(places),
      uuidArray(batches),
      integrationId,
      claims.length,
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
  const { rows, places } = distinctRows(changes, keyOfChange);
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
