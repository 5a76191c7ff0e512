import type { Connection } from '../../database/database.ts';

/** An enrolment as people look at it. */
export interface WalkRow {
  readonly id: string;
  readonly runId: string;
  readonly customerId: string;
  readonly isFinished: boolean;
  readonly nodeId: string;
  readonly enteredAt: Date;
  readonly waitsUntil: Date | null;
  readonly awaits: string | null;
  readonly triggerId: string;
  readonly startedAt: Date;
  readonly eventId: string | null;
  readonly ending: string | null;
  /** Where the customer lives, as far as is known. */
  readonly timeZone: string | null;
  readonly phoneCountry: string | null;
}

/** Of an enrolment `e` of a customer `c`. */
export const walkColumns = `e.id, e.run_id AS "runId", e.customer_id AS "customerId", e.status = 'finished' AS "isFinished",
  e.node_id AS "nodeId", e.entered_at AS "enteredAt", e.waits_until AS "waitsUntil", e.awaits, e.trigger_id AS "triggerId",
  e.started_at AS "startedAt", e.event_id AS "eventId", e.ending, c.attributes->>'time_zone' AS "timeZone",
  c.phone_country AS "phoneCountry"`;

/** A step as it is kept, and its place in the way, counted from 1; older walks name the node by its id. */
export interface StepRow {
  readonly place: number;
  readonly step: readonly unknown[];
}

export const readCustomerWalks = async (
  connection: Connection,
  {
    projectId,
    customerId,
    before,
    limit,
  }: { projectId: string; customerId: string; before: string | null; limit: number },
): Promise<WalkRow[]> => {
  const { rows } = await connection.query<WalkRow>(
    `SELECT ${walkColumns} FROM enrolment e JOIN customer c ON c.id = e.customer_id
     WHERE e.customer_id = $1 AND e.project_id = $2 AND ($3::uuid IS NULL OR e.id < $3) ORDER BY e.id DESC LIMIT $4`,
    [customerId, projectId, before, limit],
  );
  return rows;
};

export const readWalk = async (
  connection: Connection,
  { projectId, walkId }: { projectId: string; walkId: string },
): Promise<WalkRow | null> => {
  const { rows } = await connection.query<WalkRow>(
    `SELECT ${walkColumns} FROM enrolment e JOIN customer c ON c.id = e.customer_id
     WHERE e.id = $1 AND e.project_id = $2`,
    [walkId, projectId],
  );
  return rows[0] ?? null;
};

/**
 * So many steps of a walk before one, in order, and how many there are in all; without one the last, up to twice as many: those before
 * them are whole portions, which stay what they are when the walk goes on.
 */
export const readSteps = async (
  connection: Connection,
  { walkId, before, size }: { walkId: string; before: number | null; size: number },
): Promise<{ steps: StepRow[]; total: number }> => {
  const { rows } = await connection.query<StepRow & { total: number }>(
    `SELECT s.place::int AS place, s.step, jsonb_array_length(e.way) AS total
     FROM (SELECT way_taken(path) AS way FROM enrolment WHERE id = $1 OFFSET 0) e,
       jsonb_array_elements(e.way) WITH ORDINALITY AS s (step, place)
     WHERE s.place < coalesce($2::int, s.place + 1)
       AND s.place >= coalesce($2::int - $3::int, ((jsonb_array_length(e.way) - 1) / $3::int - 1) * $3::int + 1)
     ORDER BY s.place`,
    [walkId, before, size],
  );
  return { steps: rows.map(({ place, step }) => ({ place, step })), total: rows[0]?.total ?? 0 };
};

/** What is known of a run besides its version's document. */
export interface RunOfWalk {
  readonly id: string;
  readonly versionNumber: number;
  readonly scenarioId: string;
  /** As it is called now. */
  readonly scenarioName: string;
  /** From which second since 1970 on its walks are its own, where they may have been moved into it; null: they are from the start. */
  readonly since: number | null;
}

export const readRunsOfWalks = async (
  connection: Connection,
  projectId: string,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, RunOfWalk>> => {
  const { rows } = await connection.query<RunOfWalk>(
    `SELECT r.id, v.number AS "versionNumber", r.scenario_id AS "scenarioId", coalesce(s.name, v.name) AS "scenarioName",
       CASE WHEN r.begun_at < r.started_at THEN floor(extract(epoch FROM r.started_at))::int END AS since
     FROM run r JOIN scenario_version v ON v.id = r.version_id LEFT JOIN scenario s ON s.id = r.scenario_id
     WHERE r.project_id = $1 AND r.id = ANY($2::uuid[])`,
    [projectId, runIds],
  );
  return new Map(rows.map((row) => [row.id, row]));
};

/** A run that a walk is or may have been in. */
export interface RunOnTheWay {
  readonly id: string;
  readonly startedAt: Date;
}

/** The run of a walk, and those that it may have been moved from: of its scenario, not over when it began. The latest first. */
export const readRunsOnTheWay = async (
  connection: Connection,
  { projectId, runId, since }: { projectId: string; runId: string; since: Date },
): Promise<RunOnTheWay[]> => {
  const { rows } = await connection.query<RunOnTheWay>(
    `SELECT r.id, r.started_at AS "startedAt" FROM run r JOIN run own ON own.id = $2 AND own.scenario_id = r.scenario_id
     WHERE r.project_id = $1 AND (r.id = own.id OR (r.started_at < own.started_at AND own.started_at > $3
       AND (r.finished_at IS NULL OR r.finished_at >= $3)))
     ORDER BY r.id <> own.id, r.started_at DESC LIMIT 21`,
    [projectId, runId, since],
  );
  return rows;
};
