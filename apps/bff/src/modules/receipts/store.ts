import type { PoolClient } from 'pg';
import { storablePlainJson } from '../../database/storable-text.ts';
import { newId } from '../../new-id.ts';

export interface NewReceipt {
  readonly projectId: string;
  readonly integrationId: string;
  readonly body: unknown;
}

export const insertReceipts = async (
  connection: PoolClient,
  receipts: readonly NewReceipt[],
): Promise<void> => {
  await connection.query(
    `INSERT INTO receipt (id, project_id, integration_id, body)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::jsonb[])`,
    [
      receipts.map(() => newId()),
      receipts.map((receipt) => receipt.projectId),
      receipts.map((receipt) => receipt.integrationId),
      receipts.map((receipt) => storablePlainJson(receipt.body)),
    ],
  );
};

export interface ReceiptRow {
  readonly id: string;
  readonly body: unknown;
}

/** The oldest receipts that wait to be applied, locked; those that another worker holds are passed over. */
export const lockWaitingReceipts = async (
  connection: PoolClient,
  integrationId: string,
): Promise<ReceiptRow[]> => {
  const { rows } = await connection.query<ReceiptRow>(
    `SELECT id, body FROM receipt WHERE integration_id = $1 AND applied_at IS NULL
     ORDER BY id LIMIT 1000 FOR UPDATE SKIP LOCKED`,
    [integrationId],
  );
  return rows;
};

export const markReceiptsApplied = async (connection: PoolClient, ids: readonly string[]): Promise<void> => {
  await connection.query('UPDATE receipt SET applied_at = now() WHERE id = ANY($1::uuid[])', [ids]);
};
