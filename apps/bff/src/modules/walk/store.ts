import type { PoolClient } from 'pg';

export interface EnrolmentRow {
  readonly id: string;
  readonly customerId: string;
  readonly visit: number;
  /** When they came to their node. */
  readonly enteredAt: Date;
  /** They are held at it until then; null: they are not. */
  readonly waitsUntil: Date | null;
}

/** Locks the enrolments that still stand where the job says, in order of id. */
export const lockEnrolments = async (
  connection: PoolClient,
  { runId, nodeId, enrolmentIds }: { runId: string; nodeId: string; enrolmentIds: readonly string[] },
): Promise<EnrolmentRow[]> => {
  const { rows } = await connection.query<EnrolmentRow>(
    `SELECT id, customer_id AS "customerId", visit, entered_at AS "enteredAt",
       waits_until AS "waitsUntil" FROM enrolment
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
  /** Milliseconds since 1970; null: they are not held. */
  readonly waitsUntil: number | null;
  /** The steps to append to the way taken. */
  readonly steps: readonly (readonly [nodeId: string, output: string | null])[];
}

export const updatePlaces = async (
  connection: PoolClient,
  at: Date,
  places: readonly NewPlace[],
): Promise<void> => {
  await connection.query(
    `UPDATE enrolment SET node_id = p.node_id, visit = p.visit, path = path || p.steps,
       waits_until = p.waits_until,
       -- Whoever is held on stays there since they came.
       entered_at = CASE WHEN enrolment.visit = p.visit THEN entered_at ELSE $7 END,
       status = CASE WHEN p.is_finished THEN 'finished'::enrolment_status ELSE status END
     FROM unnest($1::uuid[], $2::text[], $3::int[], $4::boolean[], $5::jsonb[], $6::timestamptz[])
       AS p(id, node_id, visit, is_finished, steps, waits_until)
     WHERE enrolment.id = p.id`,
    [
      places.map((place) => place.id),
      places.map((place) => place.nodeId),
      places.map((place) => place.visit),
      places.map((place) => place.isFinished),
      places.map((place) => JSON.stringify(place.steps)),
      places.map(({ waitsUntil }) => (waitsUntil === null ? null : new Date(waitsUntil))),
      at,
    ],
  );
};
