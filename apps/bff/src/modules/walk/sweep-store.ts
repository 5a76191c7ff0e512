import type { PoolClient } from 'pg';

export interface WakeCursor {
  readonly waitsUntil: Date;
  readonly enrolmentId: string;
}

/** Before everyone. */
export const firstWaiting: WakeCursor = {
  waitsUntil: new Date(0),
  enrolmentId: '00000000-0000-0000-0000-000000000000',
};

/** Where the sweep of waits stands, and that of missed ones. */
export type Sweep = 'due' | 'missed';

const idOf: { readonly [S in Sweep]: number } = { due: 1, missed: 2 };

/** The cursor of a sweep, if nobody else sweeps now: one process does at a time. */
export const lockWakeCursor = async (
  connection: PoolClient,
  sweep: Sweep,
): Promise<WakeCursor | undefined> => {
  await connection.query(
    'INSERT INTO wake_cursor (id, waits_until, enrolment_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [idOf[sweep], firstWaiting.waitsUntil, firstWaiting.enrolmentId],
  );
  const { rows } = await connection.query<WakeCursor>(
    `SELECT waits_until AS "waitsUntil", enrolment_id AS "enrolmentId" FROM wake_cursor WHERE id = $1
     FOR UPDATE SKIP LOCKED`,
    [idOf[sweep]],
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

export const moveWakeCursor = async (
  connection: PoolClient,
  sweep: Sweep,
  { waitsUntil, enrolmentId }: WakeCursor,
): Promise<void> => {
  await connection.query('UPDATE wake_cursor SET waits_until = $2, enrolment_id = $3 WHERE id = $1', [
    idOf[sweep],
    waitsUntil,
    enrolmentId,
  ]);
};

export interface WaitingPlace {
  readonly runId: string;
  readonly nodeId: string;
}

/** From where somebody is being sent on: walks are queued, made or tried again. */
export const readWalkedPlaces = async (connection: PoolClient): Promise<WaitingPlace[]> => {
  const { rows } = await connection.query<WaitingPlace>(
    `SELECT DISTINCT data->>'runId' AS "runId", data->>'nodeId' AS "nodeId" FROM job.job
     WHERE name = 'walk' AND state <= 'active'`,
  );
  return rows;
};

/** The ones of these runs that are paused. */
export const readPausedRuns = async (
  connection: PoolClient,
  runIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const { rows } = await connection.query<{ id: string }>(
    'SELECT id FROM run WHERE id = ANY($1::uuid[]) AND paused_at IS NOT NULL',
    [runIds],
  );
  return new Set(rows.map(({ id }) => id));
};
