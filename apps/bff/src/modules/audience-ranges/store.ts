import type { PoolClient } from 'pg';
import { z } from 'zod';
import { audienceResultSchema } from '@curlew/contract';
import { smsNodeSchema } from '@curlew/scenario';
import type { Connection } from '../../database/database.ts';
import { storableJson } from '../../database/storable-text.ts';

const requestSchema = z.object({
  scenario: z.object({ id: z.uuid(), name: z.string() }),
  node: smsNodeSchema,
});
/** What is counted. */
export type RangeRequest = z.infer<typeof requestSchema>;

const rowSchema = z.object({
  id: z.uuid(),
  status: z.enum(['waiting', 'running', 'finished', 'cancelled', 'failed']),
  dataStamp: z.string(),
  done: z.int(),
  total: z.int(),
  result: audienceResultSchema.nullable(),
  countedAt: z.date().nullable(),
  problem: z.string().nullable(),
});
export type RangeRow = z.infer<typeof rowSchema>;

const columns = `id, status::text AS status, data_stamp AS "dataStamp", done, total, result, counted_at AS "countedAt", problem`;

const parseRow = (row: unknown): RangeRow | null => (row === undefined ? null : rowSchema.parse(row));

export const readRange = async (
  connection: Connection,
  { projectId, rangeId }: { projectId: string; rangeId: string },
): Promise<RangeRow | null> => {
  const { rows } = await connection.query<Record<string, unknown>>(
    `SELECT ${columns} FROM audience_range WHERE project_id = $1 AND id = $2`,
    [projectId, rangeId],
  );
  return parseRow(rows[0]);
};

export const readRangeByContent = async (
  connection: Connection,
  { projectId, contentHash }: { projectId: string; contentHash: string },
): Promise<RangeRow | null> => {
  const { rows } = await connection.query<Record<string, unknown>>(
    `SELECT ${columns} FROM audience_range WHERE project_id = $1 AND content_hash = $2`,
    [projectId, contentHash],
  );
  return parseRow(rows[0]);
};

export interface RangeOrder {
  readonly id: string;
  readonly projectId: string;
  readonly contentHash: string;
  readonly request: RangeRequest;
  readonly dataStamp: string;
  readonly total: number;
}

/** Orders counting, with a last result left where it is; null where it is being counted already. */
export const orderRange = async (
  connection: PoolClient,
  { id, projectId, contentHash, request, dataStamp, total }: RangeOrder,
): Promise<{ rangeId: string; turn: number } | null> => {
  const { rows } = await connection.query<{ rangeId: string; turn: number }>(
    `INSERT INTO audience_range AS r (id, project_id, content_hash, request, data_stamp, total)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (project_id, content_hash) DO UPDATE SET status = 'waiting', turn = r.turn + 1, done = 0,
       total = excluded.total, data_stamp = excluded.data_stamp, request = excluded.request, problem = NULL,
       ordered_at = now()
     WHERE r.status NOT IN ('waiting', 'running')
     RETURNING r.id AS "rangeId", r.turn`,
    [id, projectId, contentHash, storableJson(request), dataStamp, total],
  );
  return rows[0] ?? null;
};

/** Cancels the ones that wait longest where more than so many wait. */
export const cancelWaiting = async (
  connection: PoolClient,
  projectId: string,
  most: number,
): Promise<void> => {
  await connection.query(
    `UPDATE audience_range SET status = 'cancelled' WHERE id IN (
       SELECT id FROM audience_range WHERE project_id = $1 AND status = 'waiting' AND id NOT IN (
         SELECT id FROM audience_range WHERE project_id = $1 AND status = 'waiting'
         ORDER BY ordered_at DESC, id DESC LIMIT $2)
       ORDER BY id FOR UPDATE SKIP LOCKED)`,
    [projectId, most],
  );
};

/** Keeps the last ones that were ordered, and those that are being counted. */
export const pruneRanges = async (connection: PoolClient, projectId: string, kept: number): Promise<void> => {
  await connection.query(
    `DELETE FROM audience_range WHERE project_id = $1 AND status NOT IN ('waiting', 'running') AND id NOT IN (
       SELECT id FROM audience_range WHERE project_id = $1 ORDER BY ordered_at DESC, id DESC LIMIT $2)`,
    [projectId, kept],
  );
};

export interface RangeTurn {
  readonly rangeId: string;
  readonly turn: number;
}

/**
 * By id alone, for jobs. Null where it was cancelled, ordered anew or pruned since; the request is null where another version
 * of the server wrote one that this one cannot read.
 */
export const beginRange = async (
  connection: Connection,
  { rangeId, turn }: RangeTurn,
): Promise<{ projectId: string; request: RangeRequest | null } | null> => {
  const { rows } = await connection.query<{ projectId: string; request: unknown }>(
    `UPDATE audience_range SET status = 'running', done = 0
     WHERE id = $1 AND turn = $2 AND status IN ('waiting', 'running')
     RETURNING project_id AS "projectId", request`,
    [rangeId, turn],
  );
  const [row] = rows;
  return row
    ? { projectId: row.projectId, request: requestSchema.safeParse(row.request).data ?? null }
    : null;
};

/** False where counting is not wanted any more. */
export const reportProgress = async (
  connection: Connection,
  { rangeId, turn }: RangeTurn,
  done: number,
): Promise<boolean> => {
  const { rowCount } = await connection.query(
    `UPDATE audience_range SET done = $3 WHERE id = $1 AND turn = $2 AND status = 'running'`,
    [rangeId, turn, done],
  );
  return rowCount === 1;
};

export const finishRange = async (
  connection: Connection,
  { rangeId, turn }: RangeTurn,
  result: z.infer<typeof audienceResultSchema>,
): Promise<void> => {
  await connection.query(
    `UPDATE audience_range SET status = 'finished', done = $3, total = $3, result = $4, counted_at = now()
     WHERE id = $1 AND turn = $2 AND status = 'running'`,
    [rangeId, turn, result.customers, storableJson(result)],
  );
};

export const failRange = async (
  connection: Connection,
  { rangeId, turn }: RangeTurn,
  problem: string,
): Promise<void> => {
  await connection.query(
    `UPDATE audience_range SET status = 'failed', problem = $3 WHERE id = $1 AND turn = $2 AND status = 'running'`,
    [rangeId, turn, problem],
  );
};

export const cancelRange = async (
  connection: Connection,
  { projectId, rangeId }: { projectId: string; rangeId: string },
): Promise<void> => {
  await connection.query(
    `UPDATE audience_range SET status = 'cancelled'
     WHERE project_id = $1 AND id = $2 AND status IN ('waiting', 'running')`,
    [projectId, rangeId],
  );
};
