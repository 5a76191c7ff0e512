import type { PoolClient } from 'pg';
import { messageColumns, type MessageRow } from './store.ts';

export interface ReceiptTarget {
  readonly index: number;
  readonly message: MessageRow;
}

/**
 * Finds and locks the messages that receipts speak of, by batch (the operator's id or our reference) and recipient.
 * The batches come first, each by its own index: joined in one step, every message ever sent would be looked at.
 */
export const lockReceiptTargets = async (
  connection: PoolClient,
  integrationId: string,
  receipts: readonly { providerBatchId: string; reference: string | null; recipient: string }[],
): Promise<ReceiptTarget[]> => {
  const { rows } = await connection.query<MessageRow & { index: number }>(
    `WITH report AS (
       SELECT * FROM unnest($2::text[], $3::uuid[], $4::text[]) WITH ORDINALITY
         AS r(provider_id, reference, recipient, index)
     ), batch AS (
       SELECT r.index, r.recipient, b.id FROM report r JOIN send_batch b ON b.id = r.reference
       WHERE b.integration_id = $1 AND b.id = ANY($3::uuid[])
       UNION
       SELECT r.index, r.recipient, b.id FROM report r JOIN send_batch b ON b.provider_id = r.provider_id
       WHERE b.integration_id = $1 AND b.provider_id = ANY($2::text[])
     ), target AS (
       SELECT batch.index, batch.id AS batch_id, found.id FROM batch
       JOIN LATERAL (
         SELECT id FROM message WHERE batch_id = batch.id AND recipient = batch.recipient OFFSET 0
       ) AS found ON true
     )
     SELECT ${messageColumns}, target.index::int AS index
     FROM target JOIN message m ON m.id = target.id AND m.batch_id = target.batch_id
     WHERE m.id = ANY(ARRAY(SELECT id FROM target)) ORDER BY m.id FOR UPDATE OF m`,
    [
      integrationId,
      receipts.map((receipt) => receipt.providerBatchId),
      receipts.map((receipt) => receipt.reference),
      receipts.map((receipt) => receipt.recipient),
    ],
  );
  return rows.map(({ index, ...message }) => ({ index: index - 1, message }));
};
