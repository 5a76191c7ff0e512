import type { PoolClient } from 'pg';
import type { CompiledFilter } from './compile-filter.ts';

interface Met {
  readonly count: number;
  /** The first of them by id. */
  readonly firstIds: readonly string[];
}

const readMet = async <Row extends Met>(
  connection: PoolClient,
  statement: string,
  values: readonly unknown[],
): Promise<Row> => {
  const { rows } = await connection.query<Row>(statement, [...values]);
  const [row] = rows;
  if (!row) throw new Error('a count gave no row');
  return row;
};

/** How many customers of the project meet a filter, and five of them. */
export const readCount = (connection: PoolClient, { sql, values }: CompiledFilter): Promise<Met> =>
  readMet(
    connection,
    `WITH met AS MATERIALIZED (SELECT c.id FROM customer c WHERE c.project_id = $1::uuid AND ${sql})
     SELECT (SELECT count(*)::int FROM met) AS count,
       ARRAY(SELECT id FROM met ORDER BY id LIMIT 5)::text[] AS "firstIds"`,
    values,
  );

/** The same among `size` customers taken at random, each equally likely. */
export const readSampleCount = (
  connection: PoolClient,
  { sql, values }: CompiledFilter,
  size: number,
): Promise<Met & { readonly looked: number }> =>
  readMet(
    connection,
    `WITH chosen AS MATERIALIZED (
       SELECT id FROM customer WHERE project_id = $1::uuid ORDER BY random() LIMIT $${values.length + 1}::int),
     met AS MATERIALIZED (
       SELECT c.id FROM customer c WHERE c.id IN (SELECT id FROM chosen) AND c.project_id = $1::uuid AND ${sql})
     SELECT (SELECT count(*)::int FROM met) AS count, (SELECT count(*)::int FROM chosen) AS looked,
       ARRAY(SELECT id FROM met ORDER BY id LIMIT 5)::text[] AS "firstIds"`,
    [...values, size],
  );
