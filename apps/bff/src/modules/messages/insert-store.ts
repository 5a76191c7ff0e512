import type { PoolClient } from 'pg';
import type { SilentHoursSettings } from '@curlew/scenario';
import type { Encoding } from '@curlew/sms';
import { intArray, jsonbArray, textArray, uuidArray } from '../../database/binary-array.ts';
import { distinctRows } from '../../database/distinct-rows.ts';
import { storableJson, storableText } from '../../database/storable-text.ts';

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

const areMessagesAlike = (one: Written, other: Written): boolean => {
  const { message: a } = one;
  const { message: b } = other;
  return (
    a.nodeId === b.nodeId &&
    a.visit === b.visit &&
    a.integrationId === b.integrationId &&
    a.sender === b.sender &&
    a.language === b.language &&
    a.encoding === b.encoding &&
    a.parts === b.parts &&
    a.expiresAt === b.expiresAt &&
    a.silentHours === b.silentHours &&
    one.properties === other.properties
  );
};

/** Writes messages as `enqueued`. Throws where a visit has one already: the unique key sees to that, and nothing of it is written. */
export const insertMessages = async (
  connection: PoolClient,
  { projectId, runId, testSendId, at }: MessageOrigin & { projectId: string; at: Date },
  messages: readonly NewMessage[],
): Promise<void> => {
  if (messages.length === 0) return;
  const written = messages.map((message) => ({ message, properties: storableJson(message.properties) }));
  const { rows, places } = distinctRows(written, keyOfMessage, areMessagesAlike);
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
