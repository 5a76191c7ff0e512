import type { Connection, Database } from '../../database/database.ts';

/** What a request to an operator means for those that come next. */
export interface Trouble {
  /** In words, for people; without numbers of customers. */
  readonly error: string;
  readonly at: Date;
  /** Nobody calls before then, whatever went before; null: it depends on how many came to nothing in a row. */
  readonly until: Date | null;
  /** So many in a row are too many: from then on the operator is left alone, longer each time. */
  readonly most: number;
  readonly firstHoldMs: number;
  readonly longestHoldMs: number;
}

const forgetSql = `UPDATE integration SET failures = 0, held_until = NULL, probed_until = NULL, trouble = NULL, trouble_since = NULL
  WHERE id = $1 AND (failures > 0 OR held_until IS NOT NULL OR trouble IS NOT NULL)`;

/** A person has mended what was wrong: the operator may be called by all. */
export const forgetTrouble = async (connection: Connection, id: string): Promise<void> => {
  await connection.query(forgetSql, [id]);
};

/** A request has come to something. Where another that went beside it has made the operator be left alone since, that stays. */
export const closeCircuit = async (
  connection: Connection,
  { id, at }: { id: string; at: Date },
): Promise<void> => {
  await connection.query(`${forgetSql} AND (held_until IS NULL OR held_until <= $2)`, [id, at]);
};

/** Whether the caller is the one who may call an operator first whose hold is over; it must be told what came of it before `until`. */
export const takeProbe = async (
  connection: Connection,
  { id, at, until }: { id: string; at: Date; until: Date },
): Promise<boolean> => {
  const { rowCount } = await connection.query(
    `UPDATE integration SET probed_until = $3 WHERE id = $1 AND held_until <= $2 AND (probed_until IS NULL OR probed_until <= $2)`,
    [id, at, until],
  );
  return rowCount === 1;
};

/** Whoever called first is done. */
export const dropProbe = async (connection: Connection, id: string): Promise<void> => {
  await connection.query(
    'UPDATE integration SET probed_until = NULL WHERE id = $1 AND probed_until IS NOT NULL',
    [id],
  );
};

/** Whether an operator may be called now, by what all workers have seen of it. */
export const readStanding = async (
  connection: Connection,
  id: string,
): Promise<{ heldUntil: Date | null; isInTrouble: boolean }> => {
  const { rows } = await connection.query<{ heldUntil: Date | null; isInTrouble: boolean }>(
    `SELECT held_until AS "heldUntil", failures > 0 OR held_until IS NOT NULL AS "isInTrouble"
     FROM integration WHERE id = $1`,
    [id],
  );
  return rows[0] ?? { heldUntil: null, isInTrouble: false };
};

/** One more request has come to nothing; until when nobody calls now, or null. */
export const addTrouble = async (
  { pool }: Database,
  id: string,
  { error, at, until, most, firstHoldMs, longestHoldMs }: Trouble,
): Promise<Date | null> => {
  const { rows } = await pool.query<{ heldUntil: Date | null }>(
    // Where several fail at once, one hold is not made longer by the others.
    `UPDATE integration SET failures = failures + 1, trouble = $3, trouble_since = coalesce(trouble_since, $2),
       held_until = CASE WHEN held_until > $2::timestamptz AND $4::timestamptz IS NULL THEN held_until
         WHEN $4::timestamptz IS NOT NULL THEN greatest(held_until, $4::timestamptz)
         WHEN failures + 1 < $5::int THEN held_until
         ELSE $2::timestamptz + interval '1 millisecond' * least($6::float8 * power(2, least(failures + 1 - $5::int, 16)), $7::float8) END
     WHERE id = $1 RETURNING held_until AS "heldUntil"`,
    [id, at, error, until, most, firstHoldMs, longestHoldMs],
  );
  return rows[0]?.heldUntil ?? null;
};

export interface HeldIntegration {
  readonly id: string;
  readonly isDefault: boolean;
  readonly name: string;
  readonly error: string;
  readonly since: Date;
  readonly until: Date;
  /** The fallback that its messages go by meanwhile; null: they wait. */
  readonly through: string | null;
}

/** The operators of a project that nobody calls now. */
export const readHeldIntegrations = async (
  connection: Connection,
  { projectId, at }: { projectId: string; at: Date },
): Promise<HeldIntegration[]> => {
  const { rows } = await connection.query<HeldIntegration>(
    `SELECT i.id, i.is_default AS "isDefault", i.name, coalesce(i.trouble, '') AS error,
       coalesce(i.trouble_since, i.held_until) AS since, i.held_until AS until, f.name AS through
     FROM integration i LEFT JOIN integration f ON f.id = i.fallback_integration_id AND f.project_id = i.project_id
       AND (f.held_until IS NULL OR f.held_until <= $2)
     WHERE i.project_id = $1 AND i.held_until > $2 ORDER BY i.name`,
    [projectId, at],
  );
  return rows;
};
