import type { PoolClient } from 'pg';
import { messageColumns, type MessageRow } from './store.ts';

/** Whose number a text came from, and the message of ours that it answers, as far as that is known. */
export interface NumberOwner {
  readonly index: number;
  readonly customerId: string;
  readonly answered: MessageRow | null;
}

/** A text by its sender, and by what the operator echoes of the message it answers: our id of it, or of its request. */
export interface TextName {
  readonly from: string;
  /** A UUID. */
  readonly reference: string | null;
}

/**
 * Finds who of a project has the numbers that texts came from. Of several it is whoever has the message that the operator names,
 * else was sent one last through this integration, else comes first. What was sent last is found by the customer's own events, of
 * which there are few: an index of all messages by number would be written for each of millions and read for a handful.
 */
export const findNumberOwners = async (
  connection: PoolClient,
  { projectId, integrationId }: { projectId: string; integrationId: string },
  texts: readonly TextName[],
): Promise<NumberOwner[]> => {
  const { rows } = await connection.query<MessageRow & { index: number; ownerId: string; id: string | null }>(
    `WITH asked AS (
       SELECT * FROM unnest($3::text[], $4::uuid[]) WITH ORDINALITY AS a (number, reference, index)
     ), owner AS (
       SELECT asked.index, best.id, best.message_id FROM asked JOIN LATERAL (
         SELECT c.id, latest.id AS message_id FROM customer c LEFT JOIN LATERAL (
           SELECT m.id, m.sent_at, true AS is_named FROM message m
           WHERE m.id IN (SELECT asked.reference UNION ALL
               SELECT b.id FROM message b WHERE b.batch_id = asked.reference AND b.recipient = asked.number)
             AND m.integration_id = $2 AND m.project_id = $1 AND m.recipient = asked.number AND m.customer_id = c.id
           UNION ALL
           SELECT m.id, m.sent_at, false FROM (
             SELECT e.properties->>'message_id' AS id FROM customer_event e
             WHERE e.customer_id = c.id AND e.project_id = $1 AND e.properties->>'status' = 'sent'
               AND e.properties->>'recipient' = asked.number
               AND e.properties->>'message_id' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
             ORDER BY e.timestamp DESC LIMIT 50
           ) told JOIN message m ON m.id = told.id::uuid AND m.integration_id = $2 AND m.project_id = $1
             AND m.recipient = asked.number AND m.customer_id = c.id
           ORDER BY is_named DESC, sent_at DESC NULLS LAST, id DESC LIMIT 1
         ) latest ON true
         WHERE c.project_id = $1 AND c.phone_e164 = asked.number
         ORDER BY latest.is_named DESC NULLS LAST, latest.sent_at DESC NULLS LAST, c.id LIMIT 1
       ) best ON true
     )
     SELECT owner.index::int AS index, owner.id AS "ownerId", ${messageColumns}
     FROM owner LEFT JOIN message m ON m.id = owner.message_id`,
    [projectId, integrationId, texts.map(({ from }) => from), texts.map(({ reference }) => reference)],
  );
  return rows.map(({ index, ownerId, id, ...message }) => ({
    index: index - 1,
    customerId: ownerId,
    answered: id === null ? null : { id, ...message },
  }));
};
