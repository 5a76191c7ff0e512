import type { PoolClient } from 'pg';
import type { Connection } from '../../database/database.ts';

/**
 * What is counted at a node. Every counter only ever rises, but for `unknown`, which falls when word comes after all, and
 * `waiting`, which falls when those who were held go on.
 */
export type Counter =
  | 'entered'
  | 'left'
  | 'enqueued'
  | 'sent'
  | 'delivered'
  | 'failed'
  | 'rejected'
  | 'suppressed'
  | 'enqueue_failed'
  | 'unknown'
  | 'expired'
  | 'cancelled'
  | 'waiting'
  /** Walks that ended here and would have gone on. */
  | 'ended'
  /** Who left by one of its outputs. */
  | `out:${string}`;

export interface CountChange {
  readonly runId: string;
  readonly nodeId: string;
  readonly counter: Counter;
  readonly by: number;
}

// Writers of one counter take different rows, so that they seldom wait for each other.
const slots = 8;

/** Adds to counters. The rows are locked in one order everywhere, so that two writers cannot wait in a circle. */
export const addCounts = async (
  connection: PoolClient,
  projectId: string,
  changes: readonly CountChange[],
): Promise<void> => {
  if (changes.length === 0) return;
  await connection.query(
    `INSERT INTO node_count (run_id, node_id, counter, slot, project_id, value)
     SELECT c.run_id, c.node_id, c.counter, $6, $1, sum(c.value)
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::int[]) AS c(run_id, node_id, counter, value)
     GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
     ON CONFLICT (run_id, node_id, counter, slot) DO UPDATE SET value = node_count.value + excluded.value`,
    [
      projectId,
      changes.map((change) => change.runId),
      changes.map((change) => change.nodeId),
      changes.map((change) => change.counter),
      changes.map((change) => change.by),
      Math.floor(Math.random() * slots),
    ],
  );
};

export interface RefusalChange {
  readonly nodeId: string;
  readonly status: 'suppressed' | 'enqueue_failed';
  readonly type: string;
  readonly by: number;
}

export const addRefusals = async (
  connection: PoolClient,
  { projectId, runId }: { projectId: string; runId: string },
  changes: readonly RefusalChange[],
): Promise<void> => {
  if (changes.length === 0) return;
  await connection.query(
    `INSERT INTO refusal_count (run_id, node_id, status, type, project_id, value)
     SELECT $2, c.node_id, c.status, c.type, $1, sum(c.value)
     FROM unnest($3::text[], $4::text[], $5::text[], $6::int[]) AS c(node_id, status, type, value)
     GROUP BY 2, 3, 4 ORDER BY 2, 3, 4
     ON CONFLICT (run_id, node_id, status, type) DO UPDATE SET value = refusal_count.value + excluded.value`,
    [
      projectId,
      runId,
      changes.map((change) => change.nodeId),
      changes.map((change) => change.status),
      changes.map((change) => change.type),
      changes.map((change) => change.by),
    ],
  );
};

export interface CountRow {
  readonly nodeId: string;
  readonly counter: Counter;
  readonly value: number;
}

export const readCounts = async (connection: Connection, runId: string): Promise<CountRow[]> => {
  const { rows } = await connection.query<CountRow>(
    `SELECT node_id AS "nodeId", counter, sum(value)::int AS value FROM node_count WHERE run_id = $1 GROUP BY 1, 2`,
    [runId],
  );
  return rows;
};

export interface RefusalRow {
  readonly nodeId: string;
  readonly status: 'suppressed' | 'enqueue_failed';
  readonly type: string;
  readonly count: number;
}

export const readRefusals = async (connection: Connection, runId: string): Promise<RefusalRow[]> => {
  const { rows } = await connection.query<RefusalRow>(
    `SELECT node_id AS "nodeId", status, type, value AS count FROM refusal_count WHERE run_id = $1
     ORDER BY value DESC, type`,
    [runId],
  );
  return rows;
};
