import type { PoolClient } from 'pg';

export interface FallbackRow {
  readonly id: string;
  /** The kind of its operator. */
  readonly provider: string;
}

/**
 * For those who hand messages over: the fallback of an integration that nobody calls now, where it may be called itself. It is not
 * deleted until the transaction ends. Null where there is nothing to hand over, or nobody to hand it to.
 */
export const holdFallback = async (
  connection: PoolClient,
  { integrationId, at }: { integrationId: string; at: Date },
): Promise<FallbackRow | null> => {
  const { rows } = await connection.query<FallbackRow>(
    `SELECT f.id, f.provider FROM integration i
     JOIN integration f ON f.id = i.fallback_integration_id AND f.project_id = i.project_id
     WHERE i.id = $1 AND i.held_until > $2 AND (f.held_until IS NULL OR f.held_until <= $2) FOR KEY SHARE OF f`,
    [integrationId, at],
  );
  return rows[0] ?? null;
};
