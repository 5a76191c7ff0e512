import type { PoolClient } from 'pg';

export interface WakeCursor {
  readonly waitsUntil: Date;
  readonly enrolmentId: string;
}

const firstId = '00000000-0000-0000-0000-000000000000';

/** The cursor, if nobody else sweeps now: one process does at a time. */
export const lockWakeCursor = async (connection: PoolClient): Promise<WakeCursor | undefined> => {
  await connection.query(
    `INSERT INTO wake_cursor (id, waits_until, enrolment_id) VALUES (1, 'epoch', $1) ON CONFLICT DO NOTHING`,
    [firstId],
  );
  const { rows } = await connection.query<WakeCursor>(
    'SELECT waits_until AS "waitsUntil", enrolment_id AS "enrolmentId" FROM wake_cursor FOR UPDATE SKIP LOCKED',
  );
  return rows[0];
};

export interface DueEnrolment {
  readonly id: string;
  readonly runId: string;
  readonly nodeId: string;
  readonly waitsUntil: Date;
}

/** The next enrolments whose wait is over, in order of time: an index tells where they begin. */
export const readDue = async (
  connection: PoolClient,
  { after, until, limit }: { after: WakeCursor; until: Date; limit: number },
): Promise<DueEnrolment[]> => {
  const { rows } = await connection.query<DueEnrolment>(
    `SELECT id, run_id AS "runId", node_id AS "nodeId", waits_until AS "waitsUntil" FROM enrolment
     WHERE (waits_until, id) > ($1, $2::uuid) AND waits_until <= $3 AND waits_until IS NOT NULL
     ORDER BY waits_until, id LIMIT $4`,
    [after.waitsUntil, after.enrolmentId, until, limit],
  );
  return rows;
};

export const moveWakeCursor = async (connection: PoolClient, cursor: WakeCursor): Promise<void> => {
  await connection.query('UPDATE wake_cursor SET waits_until = $1, enrolment_id = $2', [
    cursor.waitsUntil,
    cursor.enrolmentId,
  ]);
};

/** Whether walks are waiting to be made or are being made. */
export const hasOpenWalks = async (connection: PoolClient): Promise<boolean> => {
  const { rows } = await connection.query<{ exists: boolean }>(
    `SELECT EXISTS (SELECT FROM job.job WHERE name = 'walk' AND state <= 'active' AND start_after <= now()) AS exists`,
  );
  return rows[0]?.exists ?? false;
};

/** Enrolments that should have gone on before a moment and stand still, the longest overdue first; paused ones may. */
export const readOverdue = async (
  connection: PoolClient,
  { before, limit }: { before: Date; limit: number },
): Promise<DueEnrolment[]> => {
  const { rows } = await connection.query<DueEnrolment>(
    `SELECT e.id, e.run_id AS "runId", e.node_id AS "nodeId", e.waits_until AS "waitsUntil"
     FROM enrolment e JOIN run r ON r.id = e.run_id
     WHERE e.waits_until <= $1 AND e.waits_until IS NOT NULL AND r.paused_at IS NULL
     ORDER BY e.waits_until, e.id LIMIT $2`,
    [before, limit],
  );
  return rows;
};
