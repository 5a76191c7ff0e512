import type { PoolClient } from 'pg';
import type { Connection } from '../../database/database.ts';

export interface RevisionRow {
  readonly id: string;
  readonly number: number;
  readonly name: string | null;
  readonly startedAs: number[];
  readonly restoredFrom: number | null;
  readonly userId: string | null;
  readonly userName: string;
  readonly beganAt: Date;
  readonly savedAt: Date;
  readonly nodeCount: number;
  readonly isCurrent: boolean;
  /** Microseconds kept, which a Date would lose: the cursor of the next page. */
  readonly beganAtText: string;
}

export interface RevisionPlace {
  readonly projectId: string;
  readonly scenarioId: string;
  readonly revisionId: string;
}

const columns = `r.id, r.number, r.name, r.started_as AS "startedAs", r.restored_from AS "restoredFrom",
  r.user_id AS "userId", r.user_name AS "userName", r.began_at AS "beganAt", r.saved_at AS "savedAt",
  r.began_at::text AS "beganAtText", jsonb_array_length(r.document -> 'nodes') AS "nodeCount",
  NOT EXISTS (SELECT FROM scenario_revision n WHERE n.scenario_id = r.scenario_id AND n.number > r.number) AS "isCurrent"`;

export interface RevisionListQuery {
  readonly projectId: string;
  readonly scenarioId: string;
  readonly after: readonly string[] | null;
  readonly limit: number;
}

/** One row more than `limit`, newest first. */
export const readRevisions = async (
  connection: Connection,
  { projectId, scenarioId, after, limit }: RevisionListQuery,
): Promise<RevisionRow[]> => {
  const [beganAt = null, id = null] = after ?? [];
  const { rows } = await connection.query<RevisionRow>(
    `SELECT ${columns} FROM scenario_revision r
     WHERE r.project_id = $1 AND r.scenario_id = $2
       AND ($3::timestamptz IS NULL OR (r.began_at, r.id) < ($3::timestamptz, $4::uuid))
     ORDER BY r.began_at DESC, r.id DESC LIMIT $5`,
    [projectId, scenarioId, beganAt, id, limit + 1],
  );
  return rows;
};

export interface WholeRevisionRow extends RevisionRow {
  readonly previousId: string | null;
  readonly document: unknown;
}

export const readRevision = async (
  connection: Connection,
  { projectId, scenarioId, revisionId }: RevisionPlace,
): Promise<WholeRevisionRow | null> => {
  const { rows } = await connection.query<WholeRevisionRow>(
    `SELECT ${columns}, r.document,
       (SELECT p.id FROM scenario_revision p WHERE p.scenario_id = r.scenario_id AND p.number < r.number
        ORDER BY p.number DESC LIMIT 1) AS "previousId"
     FROM scenario_revision r WHERE r.project_id = $1 AND r.scenario_id = $2 AND r.id = $3`,
    [projectId, scenarioId, revisionId],
  );
  return rows[0] ?? null;
};

/** False where there is no such revision. */
export const updateRevisionName = async (
  connection: PoolClient,
  { projectId, scenarioId, revisionId }: RevisionPlace,
  name: string | null,
): Promise<boolean> => {
  const { rowCount } = await connection.query(
    'UPDATE scenario_revision SET name = $4 WHERE project_id = $1 AND scenario_id = $2 AND id = $3',
    [projectId, scenarioId, revisionId, name],
  );
  return rowCount === 1;
};

/** What was just saved of a scenario, whose row the transaction has locked. */
export interface SavedBy {
  readonly scenarioId: string;
  readonly userId: string;
  readonly userName: string;
}

/** Writes the draft into the newest revision where it is still this person's own; false where it is not. */
export const extendRevision = async (
  connection: PoolClient,
  { scenarioId, userId, userName }: SavedBy,
  pauseMinutes: number,
): Promise<boolean> => {
  const { rowCount } = await connection.query(
    `UPDATE scenario_revision r SET document = s.document, user_name = $3, saved_at = clock_timestamp()
     FROM scenario s
     WHERE s.id = $1 AND r.scenario_id = $1
       AND r.number = (SELECT max(number) FROM scenario_revision WHERE scenario_id = $1)
       AND r.user_id = $2 AND r.name IS NULL AND r.started_as = '{}'
       AND r.saved_at > clock_timestamp() - make_interval(mins => $4)`,
    [scenarioId, userId, userName, pauseMinutes],
  );
  return rowCount === 1;
};

/** Begins a new revision with the draft as it is. */
export const insertRevision = async (
  connection: PoolClient,
  { scenarioId, userId, userName }: SavedBy,
  { id, restoredFrom }: { id: string; restoredFrom: number | null },
): Promise<void> => {
  await connection.query(
    `INSERT INTO scenario_revision
       (id, project_id, scenario_id, number, restored_from, document, user_id, user_name, began_at, saved_at)
     SELECT $2, s.project_id, s.id,
       (SELECT coalesce(max(number), 0) + 1 FROM scenario_revision WHERE scenario_id = $1),
       $3, s.document, $4, $5, clock.at, clock.at
     FROM scenario s, (SELECT clock_timestamp() AS at) clock WHERE s.id = $1`,
    [scenarioId, id, restoredFrom, userId, userName],
  );
};

/** Forgets the oldest of those that have no name and were never started, beyond the newest `kept` of them. */
export const deleteOldRevisions = async (
  connection: PoolClient,
  scenarioId: string,
  kept: number,
): Promise<void> => {
  await connection.query(
    `DELETE FROM scenario_revision WHERE scenario_id = $1 AND name IS NULL AND started_as = '{}'
       AND number <= (SELECT number FROM scenario_revision
         WHERE scenario_id = $1 AND name IS NULL AND started_as = '{}'
         ORDER BY number DESC OFFSET $2 LIMIT 1)`,
    [scenarioId, kept],
  );
};

/** Marks the newest revision with the newest version: a start has just pinned it. */
export const updateRevisionStarted = async (connection: PoolClient, scenarioId: string): Promise<void> => {
  await connection.query(
    `UPDATE scenario_revision r
     SET started_as = started_as || (SELECT max(number) FROM scenario_version WHERE scenario_id = $1)
     WHERE r.scenario_id = $1 AND r.number = (SELECT max(number) FROM scenario_revision WHERE scenario_id = $1)`,
    [scenarioId],
  );
};
