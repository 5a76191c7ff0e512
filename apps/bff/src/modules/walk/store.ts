import type { PoolClient } from 'pg';

export interface EnrolmentRow {
  readonly id: string;
  readonly customerId: string;
  readonly visit: number;
}

/** Locks the enrolments that still stand where the job says, in order of id. */
export const lockEnrolments = async (
  connection: PoolClient,
  { runId, nodeId, enrolmentIds }: { runId: string; nodeId: string; enrolmentIds: readonly string[] },
): Promise<EnrolmentRow[]> => {
  const { rows } = await connection.query<EnrolmentRow>(
    `SELECT id, customer_id AS "customerId", visit FROM enrolment
     WHERE id = ANY($1::uuid[]) AND run_id = $2 AND node_id = $3 AND status = 'active' ORDER BY id FOR UPDATE`,
    [enrolmentIds, runId, nodeId],
  );
  return rows;
};

export interface NewPlace {
  readonly id: string;
  readonly nodeId: string;
  readonly visit: number;
  readonly isFinished: boolean;
  /** The steps to append to the way taken. */
  readonly steps: readonly (readonly [nodeId: string, output: string | null])[];
}

export const updatePlaces = async (connection: PoolClient, places: readonly NewPlace[]): Promise<void> => {
  await connection.query(
    `UPDATE enrolment SET node_id = p.node_id, visit = p.visit, path = path || p.steps, entered_at = now(),
       status = CASE WHEN p.is_finished THEN 'finished'::enrolment_status ELSE status END
     FROM unnest($1::uuid[], $2::text[], $3::int[], $4::boolean[], $5::jsonb[])
       AS p(id, node_id, visit, is_finished, steps)
     WHERE enrolment.id = p.id`,
    [
      places.map((place) => place.id),
      places.map((place) => place.nodeId),
      places.map((place) => place.visit),
      places.map((place) => place.isFinished),
      places.map((place) => JSON.stringify(place.steps)),
    ],
  );
};
