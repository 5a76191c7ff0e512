import type { Connection } from '../../database/database.ts';

/** Later than this a start counts as late; the index of late ones says the same. */
export const lateMs = 60_000;
const isLate = `fired_at - due_at > interval '1 minute'`;

/** How often a trigger of a run started late, and the last time. */
export interface LateTrigger {
  readonly nodeId: string;
  readonly count: number;
  readonly dueAt: Date;
  readonly firedAt: Date;
}

export const readLateTriggers = async (connection: Connection, runId: string): Promise<LateTrigger[]> => {
  const { rows } = await connection.query<LateTrigger>(
    `SELECT node_id AS "nodeId", count(*)::int AS count, max(due_at) AS "dueAt", max(fired_at) AS "firedAt"
     FROM trigger_time WHERE run_id = $1 AND ${isLate} GROUP BY 1`,
    [runId],
  );
  return rows;
};

/** SQL of how many late starts the run has whose id stands there. */
export const countLateSql = (runId: string): string =>
  `(SELECT count(*)::int FROM trigger_time late WHERE late.run_id = ${runId} AND ${isLate})`;

export interface LateTime extends Omit<LateTrigger, 'count'> {
  readonly enrolled: number;
}

/** When triggers of a run started late, the latest first. */
export const readLateTimes = async (
  connection: Connection,
  runId: string,
  limit: number,
): Promise<LateTime[]> => {
  const { rows } = await connection.query<LateTime>(
    `SELECT node_id AS "nodeId", due_at AS "dueAt", fired_at AS "firedAt", enrolled FROM trigger_time
     WHERE run_id = $1 AND ${isLate} ORDER BY fired_at DESC LIMIT $2`,
    [runId, limit],
  );
  return rows;
};

/** The late start of a trigger that let in at a moment, in one of these runs; null: it was not late. */
export const readLateStart = async (
  connection: Connection,
  { runIds, nodeId, at }: { runIds: readonly string[]; nodeId: string; at: Date },
): Promise<{ dueAt: Date; firedAt: Date } | null> => {
  const { rows } = await connection.query<{ dueAt: Date; firedAt: Date }>(
    `SELECT due_at AS "dueAt", fired_at AS "firedAt" FROM trigger_time
     WHERE run_id = ANY($1::uuid[]) AND node_id = $2 AND fired_at = $3 AND ${isLate} LIMIT 1`,
    [runIds, nodeId, at],
  );
  return rows[0] ?? null;
};
