import type { PoolClient } from 'pg';
import { inOneGo } from '../../database/in-one-go.ts';
import type { Connection } from '../../database/database.ts';
import { tryShareScenarios } from './scenario-lock.ts';

export type RunStatus = 'active' | 'finishing' | 'finished' | 'stopped';

/** What walks must know of their run. */
export interface RunState {
  readonly status: RunStatus;
  readonly isPaused: boolean;
  readonly startedAt: Date;
  /** Since when the scenario goes on without a break. */
  readonly begunAt: Date;
  /** Why everyone inside goes no further; null: they do. */
  readonly ending: 'stopped' | 'left' | null;
}

const readState = async (connection: PoolClient, runId: string, lock: string): Promise<RunState> => {
  const { rows } = await connection.query<RunState>(
    `SELECT status::text AS status, paused_at IS NOT NULL AS "isPaused", started_at AS "startedAt", begun_at AS "begunAt",
       CASE WHEN status = 'stopped' THEN 'stopped' WHEN is_left THEN 'left' END AS ending FROM run
     WHERE id = $1 ${lock}`,
    [runId],
  );
  const [row] = rows;
  if (!row) throw new Error(`run ${runId} does not exist`);
  return row;
};

/** The state of a run, whose row nobody else changes until the transaction ends. */
export const lockRunState = (connection: PoolClient, runId: string): Promise<RunState> =>
  readState(connection, runId, 'FOR NO KEY UPDATE');

/** By the caller's share of the scenario it stays so until the transaction ends. */
export const readRunState = (connection: PoolClient, runId: string): Promise<RunState> =>
  readState(connection, runId, '');

/**
 * The state of a run, which nobody changes until the transaction ends: what is parked because of a pause is found by whoever lets
 * the run go on. Null while somebody changes the life of its scenario: then come again. Asked before anything is locked.
 */
export const holdRunState = async (
  connection: PoolClient,
  { runId, scenarioId }: { readonly runId: string; readonly scenarioId: string },
): Promise<RunState | null> => {
  const [isShared, state] = await inOneGo<[boolean, RunState]>(connection, [
    () => tryShareScenarios(connection, [scenarioId]),
    () => readRunState(connection, runId),
  ]);
  return isShared ? state : null;
};

/** Whether what leaves these runs may leave now: none is paused, and none was stopped. It may be otherwise a moment later. */
export const doAllGoOn = async (connection: Connection, runIds: readonly string[]): Promise<boolean> => {
  if (runIds.length === 0) return true;
  const { rows } = await connection.query(
    `SELECT FROM run WHERE id = ANY($1::uuid[]) AND (status = 'stopped' OR paused_at IS NOT NULL) LIMIT 1`,
    [runIds],
  );
  return rows.length === 0;
};

/** After which whoever found a scenario's life being changed comes again. */
export const comeAgainSeconds = 1;
