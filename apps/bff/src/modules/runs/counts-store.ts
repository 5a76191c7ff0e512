import type { PoolClient } from 'pg';
import type { Connection } from '../../database/database.ts';
import { distinctRows } from '../../database/distinct-rows.ts';
import { sendingSql } from '../messages/sending-sql.ts';

/**
 * What is counted at a node. Every counter only ever rises, but for `unknown`, which falls when word comes after all,
 * `failed` and `unsent`, which fall when it comes of a message that a person took as not sent, and `waiting`, which falls when
 * those who were held go on.
 */
export type Counter =
  | 'entered'
  | 'left'
  | 'enqueued'
  | 'sent'
  | 'delivered'
  | 'failed'
  | 'rejected'
  /** Ended as failed or rejected without having been sent. */
  | 'unsent'
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
  isAlike: (one: T, other: T) => boolean,
): { readonly rows: readonly T[]; readonly sums: readonly number[] } => {
  const { rows, places } = distinctRows(changes, keyOf, isAlike);
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
  const { rows, sums } = sumUp(
    changes,
    ({ runId, nodeId, counter }) => `${runId} ${counter} ${nodeId}`,
    (one, other) => one.counter === other.counter && one.nodeId === other.nodeId && one.runId === other.runId,
  );
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
  const { rows, sums } = sumUp(
    changes,
    ({ nodeId, status, type }) => `${status} ${type} ${nodeId}`,
    (one, other) => one.type === other.type && one.status === other.status && one.nodeId === other.nodeId,
  );
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

/** Counts of a run, and how many messages are being sent at each node, as of one moment. */
export const readCountsNow = async (
  connection: Connection,
  { projectId, runId }: { projectId: string; runId: string },
): Promise<(Omit<CountRow, 'counter'> & { readonly counter: Counter | 'sending' })[]> => {
  const { rows } = await connection.query<Omit<CountRow, 'counter'> & { counter: Counter | 'sending' }>(
    `SELECT node_id AS "nodeId", counter, sum(value)::int AS value FROM node_count WHERE run_id = ANY($2::uuid[]) GROUP BY 1, 2
     UNION ALL SELECT node_id, 'sending', value::int FROM (${sendingSql}) s`,
    [projectId, [runId]],
  );
  return rows;
};

/** How many messages of a run wait to be sent or are being sent, by its counts: what became of a message is counted once. */
export const countLeavingSql = (
  runId: string,
): string => `(SELECT coalesce(sum(CASE counter WHEN 'enqueued' THEN value ELSE -value END), 0)::int FROM node_count c
  WHERE c.run_id = ${runId} AND c.counter IN ('enqueued', 'sent', 'unsent', 'unknown', 'expired', 'cancelled'))`;

/** Whether the walks of a run (a table or its alias) are over and messages of it still leave. Once that is noted to be over, nothing is added up. */
export const isSendingSql = (run: string): string =>
  `(${run}.status = 'finished' AND NOT ${run}.is_settled AND ${countLeavingSql(`${run}.id`)} > 0)`;

/** How many messages still leave of those runs of its scenario that are over and began before this one (a table or its alias). */
export const countLeavingBeforeSql = (
  run: string,
): string => `(SELECT coalesce(sum(${countLeavingSql('o.id')}), 0)::int FROM run o
  WHERE o.project_id = ${run}.project_id AND o.scenario_id = ${run}.scenario_id AND o.status = 'finished' AND NOT o.is_settled
    AND (o.started_at, o.id) < (${run}.started_at, ${run}.id))`;

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

/** How many messages all runs of a scenario have sent. */
export const countSent = async (
  connection: Connection,
  { projectId, scenarioId }: { projectId: string; scenarioId: string },
): Promise<number> => {
  const { rows } = await connection.query<{ sent: number }>(
    `SELECT coalesce(sum(c.value), 0)::int AS sent FROM run r JOIN node_count c ON c.run_id = r.id AND c.counter = 'sent'
     WHERE r.project_id = $1 AND r.scenario_id = $2`,
    [projectId, scenarioId],
  );
  return rows[0]?.sent ?? 0;
};
