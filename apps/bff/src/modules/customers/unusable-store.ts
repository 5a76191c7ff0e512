import type { PoolClient } from 'pg';
import type { Connection } from '../../database/database.ts';
import { storableText } from '../../database/storable-text.ts';

/** The ones of these numbers that are marked as unreachable. */
export const readUnusablePhones = async (
  connection: Connection,
  projectId: string,
  phones: readonly string[],
): Promise<string[]> => {
  const { rows } = await connection.query<{ phone: string }>(
    `SELECT DISTINCT phone_e164 AS phone FROM customer
     WHERE project_id = $1 AND phone_e164 = ANY($2::text[]) AND is_unusable`,
    [projectId, phones],
  );
  return rows.map(({ phone }) => phone);
};

/** A number of which an operator says that nothing will ever get to it. */
export interface UnusableNumber {
  readonly customerId: string;
  /** E.164. */
  readonly number: string;
  readonly since: Date;
  /** In the operator's words; null: it gave no reason. */
  readonly because: string | null;
}

/** Marks customers of a project who still have that number; who is marked already stays as they are. */
export const markUnusable = async (
  connection: PoolClient,
  projectId: string,
  numbers: readonly UnusableNumber[],
): Promise<void> => {
  if (numbers.length === 0) return;
  await connection.query(
    `WITH told AS MATERIALIZED (
       SELECT * FROM unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::text[]) AS t (id, number, since, because)),
     held AS MATERIALIZED (
       -- In the order that all who change customers hold them in.
       SELECT c.id, c.phone_e164 AS number FROM customer c
       WHERE c.id = ANY($2::uuid[]) AND c.project_id IS NOT DISTINCT FROM $1 AND NOT c.is_unusable
         AND EXISTS (SELECT FROM told WHERE told.id = c.id AND told.number = c.phone_e164)
       ORDER BY c.id FOR UPDATE),
     first AS (
       SELECT DISTINCT ON (id) id, since, because FROM held JOIN told USING (id, number) ORDER BY id, since)
     UPDATE customer c SET is_unusable = true, unusable_since = first.since, unusable_because = first.because
     FROM first WHERE c.id = first.id`,
    [
      projectId,
      numbers.map(({ customerId }) => customerId),
      numbers.map(({ number }) => number),
      numbers.map(({ since }) => since),
      numbers.map(({ because }) => (because === null ? null : storableText(because))),
    ],
  );
};

/** Takes the mark from the number of a customer, whom the caller holds; null where there was none. */
export const clearUnusable = async (
  connection: PoolClient,
  { projectId, customerId }: { projectId: string; customerId: string },
): Promise<{ since: Date | null; because: string | null } | null> => {
  const { rows } = await connection.query<{ since: Date | null; because: string | null }>(
    `UPDATE customer c SET is_unusable = false, unusable_since = NULL, unusable_because = NULL, updated_at = now()
     FROM (SELECT id, unusable_since, unusable_because FROM customer WHERE id = $2 AND project_id = $1 AND is_unusable) was
     WHERE c.id = was.id RETURNING was.unusable_since AS since, was.unusable_because AS because`,
    [projectId, customerId],
  );
  return rows[0] ?? null;
};
