import type { PoolClient } from 'pg';

export type RunStatus = 'active' | 'finishing' | 'finished' | 'stopped';

/** What walks must know of their run at this moment. */
export interface RunState {
  readonly status: RunStatus;
  readonly isPaused: boolean;
  readonly startedAt: Date;
  /** Why everyone inside goes no further; null: they do. */
  readonly ending: 'stopped' | 'left' | null;
}

const readState = async (connection: PoolClient, runId: string, lock: string): Promise<RunState> => {
  const { rows } = await connection.query<RunState>(
    `SELECT status::text AS status, paused_at IS NOT NULL AS "isPaused", started_at AS "startedAt",
       CASE WHEN status = 'stopped' THEN 'stopped' WHEN is_left THEN 'left' END AS ending FROM run
     WHERE id = $1 ${lock}`,
    [runId],
  );
  const [row] = rows;
  if (!row) throw new Error(`run ${runId} does not exist`);
  return row;
};

/** The state of a run, which nobody else changes until the transaction ends. */
export const lockRunState = (connection: PoolClient, runId: string): Promise<RunState> =>
  readState(connection, runId, 'FOR NO KEY UPDATE');

/**
 * The state of a run. One that is paused is read again under its lock, so that it is still paused when the transaction ends:
 * what is parked because of it is found by whoever lets it go on.
 */
export const readRunState = async (connection: PoolClient, runId: string): Promise<RunState> => {
  const state = await readState(connection, runId, '');
  return state.isPaused ? lockRunState(connection, runId) : state;
};
