import { intArray } from '../../database/binary-array.ts';
import type { Database } from '../../database/database.ts';

const columns = `id, project_id AS "projectId", name, provider, settings, secrets, is_default AS "isDefault",
  rate_per_second AS "ratePerSecond", held_until AS "heldUntil", failures > 0 OR held_until IS NOT NULL AS "isInTrouble",
  fallback_integration_id AS "fallbackIntegrationId"`;

export interface IntegrationRow {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly provider: string;
  readonly settings: unknown;
  readonly secrets: Buffer;
  readonly isDefault: boolean;
  readonly ratePerSecond: number;
  readonly heldUntil: Date | null;
  readonly isInTrouble: boolean;
  readonly fallbackIntegrationId: string | null;
}

export const readIntegrations = async ({ pool }: Database, projectId: string): Promise<IntegrationRow[]> => {
  const { rows } = await pool.query<IntegrationRow>(
    `SELECT ${columns} FROM integration WHERE project_id = $1 ORDER BY is_default DESC, name`,
    [projectId],
  );
  return rows;
};

/** By id alone: for jobs, which carry the id of an integration that was looked up within its project. */
export const readIntegration = async ({ pool }: Database, id: string): Promise<IntegrationRow | null> => {
  const { rows } = await pool.query<IntegrationRow>(`SELECT ${columns} FROM integration WHERE id = $1`, [id]);
  return rows[0] ?? null;
};

/** True for an integration of the project. */
export const hasIntegrationRow = async (
  { pool }: Database,
  { projectId, integrationId }: { projectId: string; integrationId: string },
): Promise<boolean> => {
  const { rowCount } = await pool.query('SELECT FROM integration WHERE project_id = $1 AND id = $2', [
    projectId,
    integrationId,
  ]);
  return rowCount === 1;
};

/** Whichever was made last, of any project. */
export const readAnyIntegration = async ({ pool }: Database): Promise<IntegrationRow | null> => {
  const { rows } = await pool.query<IntegrationRow>(
    `SELECT ${columns} FROM integration ORDER BY id DESC LIMIT 1`,
  );
  return rows[0] ?? null;
};

export const readBuiltInIntegrations = async ({ pool }: Database): Promise<IntegrationRow[]> => {
  const { rows } = await pool.query<IntegrationRow>(
    `SELECT ${columns} FROM integration WHERE settings @> '{"isBuiltIn": true}'`,
  );
  return rows;
};

export interface NewIntegration {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly provider: string;
  readonly settings: unknown;
  readonly secrets: Uint8Array;
  readonly isDefault: boolean;
  /** Messages per second, over all workers. */
  readonly ratePerSecond: number;
}

export const insertIntegration = async ({ pool }: Database, row: NewIntegration): Promise<void> => {
  await pool.query(
    `INSERT INTO integration (id, project_id, name, provider, settings, secrets, is_default, rate_per_second)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      row.id,
      row.projectId,
      row.name,
      row.provider,
      JSON.stringify(row.settings),
      Buffer.from(row.secrets),
      row.isDefault,
      row.ratePerSecond,
    ],
  );
};

export const updateConnection = async (
  { pool }: Database,
  { id, settings, secrets }: { id: string; settings: unknown; secrets: Uint8Array },
): Promise<void> => {
  await pool.query('UPDATE integration SET settings = $2, secrets = $3 WHERE id = $1', [
    id,
    JSON.stringify(settings),
    Buffer.from(secrets),
  ]);
};

/**
 * Takes tokens for the first of some messages, given by their parts, from the bucket that all workers share, and returns how many of
 * them may leave. The bucket fills at `rate_per_second`, in messages or parts, and holds one second's worth. A message of more parts
 * than it holds leaves when it is full, and a message that is urgent leaves at once: what is missing is taken from what others would
 * get next. A clock that is put back takes nothing away. Its lock lets those by who hold the integration against deletion.
 */
export const takeTokens = async (
  { pool }: Database,
  id: string,
  { parts, isUrgent }: { readonly parts: readonly number[]; readonly isUrgent: boolean },
): Promise<number> => {
  const { rows } = await pool.query<{ taken: number }>(
    `WITH filled AS MATERIALIZED (
       SELECT id, rate_per_second AS rate, rate_unit, least(rate_per_second,
         tokens + greatest(0, extract(epoch FROM clock_timestamp() - tokens_at)) * rate_per_second) AS tokens
       FROM integration WHERE id = $1 FOR NO KEY UPDATE
     ), asked AS (
       SELECT m.place, sum(CASE WHEN filled.rate_unit = 'parts' THEN m.parts ELSE 1 END) OVER (ORDER BY m.place) AS cost
       FROM filled, unnest($2::int[]) WITH ORDINALITY AS m(parts, place)
     ), taking AS (
       SELECT filled.id, filled.tokens, coalesce(max(asked.place), 0)::int AS taken, coalesce(max(asked.cost), 0)::float8 AS cost
       FROM filled LEFT JOIN asked
         ON $3 OR asked.cost <= filled.tokens OR (asked.place = 1 AND filled.tokens >= filled.rate)
       GROUP BY filled.id, filled.tokens
     )
     UPDATE integration SET tokens = taking.tokens - taking.cost, tokens_at = clock_timestamp()
     FROM taking WHERE integration.id = taking.id
     RETURNING taking.taken AS taken`,
    [id, intArray(parts), isUrgent],
  );
  return rows[0]?.taken ?? 0;
};
