import type { PoolClient } from 'pg';
import type { Connection } from '../../database/database.ts';
import { storableText } from '../../database/storable-text.ts';
import { messageColumns, type MessageRow } from './store.ts';

export type BatchStatus = 'sending' | 'accepted' | 'refused' | 'unknown';

interface SettledBatch {
  readonly id: string;
  readonly status: BatchStatus;
  readonly providerId: string | null;
}

/** Settles a batch that nobody has settled yet; `from`: that was given up before. */
export const settleBatch = async (
  connection: Connection,
  { id, status, providerId }: SettledBatch,
  from: 'sending' | 'unknown' = 'sending',
): Promise<void> => {
  await connection.query(
    `UPDATE send_batch SET status = $2::batch_status, provider_id = coalesce($3, provider_id), ended_at = now()
     WHERE id = $1 AND status = $4::batch_status`,
    [id, status, providerId, from],
  );
};

/**
 * Takes those of these batches of which nothing is unknown any more off the list of those that wait for a person. Called after their
 * messages have been written: of two who settle the last ones at once the second waits for the first, and then sees what it wrote.
 */
export const closeSettledBatches = async (
  connection: PoolClient,
  { projectId, batchIds, as }: { projectId: string; batchIds: readonly string[]; as: 'accepted' | 'refused' },
): Promise<void> => {
  if (batchIds.length === 0) return;
  const { rows } = await connection.query<{ id: string }>(
    `SELECT id FROM send_batch WHERE project_id = $1 AND id = ANY($2::uuid[]) AND status = 'unknown' ORDER BY id FOR UPDATE`,
    [projectId, batchIds],
  );
  if (rows.length === 0) return;
  await connection.query(
    // Batch by batch, and no further than to the first that is left: joined in one step, every message ever sent would be looked at.
    `UPDATE send_batch b SET status = $2::batch_status
     FROM unnest($1::uuid[]) AS own (id) LEFT JOIN LATERAL (
       SELECT id FROM message WHERE batch_id = own.id AND status = 'unknown' LIMIT 1) AS still ON true
     WHERE b.id = own.id AND still.id IS NULL`,
    [rows.map(({ id }) => id), as],
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

/** How messages of a batch stand, locked, in order of id. */
export const lockBatchStates = async (
  connection: PoolClient,
  batchId: string,
): Promise<Pick<MessageRow, 'id' | 'status' | 'batchId' | 'sentAt'>[]> => {
  const { rows } = await connection.query<Pick<MessageRow, 'id' | 'status' | 'batchId' | 'sentAt'>>(
    `SELECT id, status::text AS status, batch_id AS "batchId", sent_at AS "sentAt" FROM message WHERE batch_id = $1
     ORDER BY id FOR UPDATE`,
    [batchId],
  );
  return rows;
};

export interface OpenBatchRow {
  readonly id: string;
  readonly integrationId: string;
  readonly ageSeconds: number;
  /** Its messages are tests, which somebody waits for now or not at all. */
  readonly isTest: boolean;
  /** Of some of its messages nobody has said anything yet. */
  readonly isInQuestion: boolean;
  /** Why what came back does not say what became of it; null: nothing was recorded. */
  readonly error: string | null;
}

/** Keeps why what came back does not say what became of a batch; the words are without numbers and texts. */
export const noteNoAnswer = async (
  connection: Connection,
  { batchId, error }: { batchId: string; error: string },
): Promise<void> => {
  await connection.query(`UPDATE send_batch SET error = $2 WHERE id = $1 AND status = 'sending'`, [
    batchId,
    storableText(error),
  ]);
};

/** Notes that the operator says it never got a batch; seconds since it said so first, null where the batch is settled meanwhile. */
export const noteNotFound = async (connection: Connection, batchId: string): Promise<number | null> => {
  const { rows } = await connection.query<{ seconds: number }>(
    `UPDATE send_batch SET not_found_at = coalesce(not_found_at, now()) WHERE id = $1 AND status = 'sending'
     RETURNING extract(epoch FROM now() - not_found_at)::float8 AS seconds`,
    [batchId],
  );
  return rows[0]?.seconds ?? null;
};

/** So many are read at a time. */
export const staleBatchesAtOnce = 100;

/** Batches whose answer was never recorded, in order of id, after the one named. */
export const readStaleBatches = async (
  connection: Connection,
  { olderThanSeconds, after }: { olderThanSeconds: number; after: string },
): Promise<OpenBatchRow[]> => {
  const { rows } = await connection.query<OpenBatchRow>(
    `SELECT id, integration_id AS "integrationId", extract(epoch FROM now() - created_at)::float AS "ageSeconds",
       EXISTS (SELECT FROM message m WHERE m.batch_id = send_batch.id AND m.test_send_id IS NOT NULL) AS "isTest",
       EXISTS (SELECT FROM message m WHERE m.batch_id = send_batch.id AND m.status = 'sending') AS "isInQuestion",
       error
     FROM send_batch
     WHERE status = 'sending' AND created_at < now() - make_interval(secs => $1) AND id > $2 ORDER BY id LIMIT $3`,
    [olderThanSeconds, after, staleBatchesAtOnce],
  );
  return rows;
};
