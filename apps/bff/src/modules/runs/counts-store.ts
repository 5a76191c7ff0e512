import type { PoolClient } from 'pg';
import type { Connection } from '../../database/database.ts';
import { distinctRows } from '../../database/distinct-rows.ts';

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

// What a batch counts is mostly the same, a thousand times.
const sumUp = <T extends { readonly by: number }>(
  changes: readonly T[],
  keyOf: (change: T) => string,
): { readonly rows: readonly T[]; readonly sums: readonly number[] } => {
  const { rows, places } = distinctRows(changes, keyOf);
  const sums = rows.map(() => 0);
  for (const [index, place] of places.entries())
    sums[place - 1] = (sums[place - 1] ?? 0) + (changes[index]?.by ?? 0);
  return { rows, sums };
};

// Writers of one counter take different rows, so that they seldom wait for each other.
const slots = 8;

/** Adds to counters. The rows are locked in one order everywhere, so that two writers cannot wait in a circle. */
export const addCounts = async (
  connection: PoolClient,
  projectId: string,
  changes: readonly CountChange[],
): Promise<void> => {
  if (changes.length === 0) return;
  const { rows, sums } = sumUp(changes, ({ runId, nodeId, counter }) => `${runId} ${counter} ${nodeId}`);
  await connection.query(
    `INSERT INTO node_count (run_id, node_id, counter, slot, project_id, value)
     SELECT c.run_id, c.node_id, c.counter, $6, $1, c.value
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::int[]) AS c(run_id, node_id, counter, value) ORDER BY 1, 2, 3
     ON CONFLICT (run_id, node_id, counter, slot) DO UPDATE SET value = node_count.value + excluded.value`,
    [
      projectId,
      rows.map(({ runId }) => runId),
      rows.map(({ nodeId }) => nodeId),
      rows.map(({ counter }) => counter),
      sums,
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
  const { rows, sums } = sumUp(changes, ({ nodeId, status, type }) => `${status} ${type} ${nodeId}`);
  await connection.query(
    `INSERT INTO refusal_count (run_id, node_id, status, type, project_id, value)
     SELECT $2, c.node_id, c.status, c.type, $1, c.value
     FROM unnest($3::text[], $4::text[], $5::text[], $6::int[]) AS c(node_id, status, type, value) ORDER BY 2, 3, 4
     ON CONFLICT (run_id, node_id, status, type) DO UPDATE SET value = refusal_count.value + excluded.value`,
    [
      projectId,
      runId,
      rows.map(({ nodeId }) => nodeId),
      rows.map(({ status }) => status),
      rows.map(({ type }) => type),
      sums,
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
