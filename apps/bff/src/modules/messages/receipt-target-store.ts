import type { PoolClient } from 'pg';
import { messageColumns, type MessageRow } from './store.ts';

export interface ReceiptTarget {
  readonly index: number;
  readonly message: MessageRow;
}

/** How a receipt names a message: by our id of it, or by batch and recipient. */
export type ReceiptName =
  | { readonly messageId: string }
  | {
      readonly messageId: null;
      readonly providerBatchId: string;
      readonly reference: string | null;
      readonly recipient: string;
    };

/**
 * Finds and locks the messages of one integration that receipts speak of: by our id of them, or by batch (the operator's id or
 * our reference) and recipient. The batches come first, each by its own index: joined in one step, every message ever sent would
 * be looked at.
 */
export const lockReceiptTargets = async (
  connection: PoolClient,
  integrationId: string,
  receipts: readonly ReceiptName[],
): Promise<ReceiptTarget[]> => {
  const { rows } = await connection.query<MessageRow & { index: number }>(
    `WITH report AS (
       SELECT * FROM unnest($2::text[], $3::uuid[], $4::text[], $5::uuid[]) WITH ORDINALITY
         AS r(provider_id, reference, recipient, message_id, index)
     ), batch AS (
       SELECT r.index, r.recipient, b.id FROM report r JOIN send_batch b ON b.id = r.reference
       WHERE b.integration_id = $1 AND b.id = ANY($3::uuid[])
       UNION
       SELECT r.index, r.recipient, b.id FROM report r JOIN send_batch b ON b.provider_id = r.provider_id
       WHERE b.integration_id = $1 AND b.provider_id = ANY($2::text[])
     ), target AS (
       SELECT r.index, NULL::uuid AS batch_id, m.id FROM report r JOIN message m ON m.id = r.message_id
       WHERE m.integration_id = $1 AND m.id = ANY($5::uuid[])
       UNION
       SELECT batch.index, batch.id, found.id FROM batch
       JOIN LATERAL (
         SELECT id FROM message WHERE batch_id = batch.id AND recipient = batch.recipient OFFSET 0
       ) AS found ON true
     )
     SELECT ${messageColumns}, target.index::int AS index
     FROM target JOIN message m ON m.id = target.id AND (target.batch_id IS NULL OR m.batch_id = target.batch_id)
     WHERE m.id = ANY(ARRAY(SELECT id FROM target)) ORDER BY m.id FOR UPDATE OF m`,
    [
      integrationId,
      receipts.map((name) => (name.messageId === null ? name.providerBatchId : null)),
      receipts.map((name) => (name.messageId === null ? name.reference : null)),
      receipts.map((name) => (name.messageId === null ? name.recipient : null)),
      receipts.map((name) => name.messageId),
    ],
  );
  return rows.map(({ index, ...message }) => ({ index: index - 1, message }));
};
