import type { PoolClient } from 'pg';
import type { Connection } from '../../database/database.ts';
import { storableJson } from '../../database/storable-text.ts';

export interface ScenarioOf {
  readonly projectId: string;
  readonly scenarioId: string;
}

export interface ExpectationRow {
  readonly id: string;
  readonly name: string;
  /** As JSON has them. */
  readonly customer: unknown;
  readonly start: unknown;
  readonly script: unknown;
  readonly expected: unknown;
  readonly blocks: boolean;
}

const columns = 'id, name, customer, start, script, expected, blocks';

export const readExpectations = async (
  connection: Connection,
  { projectId, scenarioId }: ScenarioOf,
): Promise<ExpectationRow[]> => {
  const { rows } = await connection.query<ExpectationRow>(
    `SELECT ${columns} FROM scenario_expectation WHERE project_id = $1 AND scenario_id = $2 ORDER BY created_at, id`,
    [projectId, scenarioId],
  );
  return rows;
};

export const insertExpectation = async (
  connection: PoolClient,
  { projectId, scenarioId }: ScenarioOf,
  row: ExpectationRow & { readonly by: string },
): Promise<void> => {
  await connection.query(
    `INSERT INTO scenario_expectation (id, project_id, scenario_id, name, customer, start, script, expected, blocks,
       created_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      row.id,
      projectId,
      scenarioId,
      row.name,
      storableJson(row.customer),
      storableJson(row.start),
      storableJson(row.script),
      storableJson(row.expected),
      row.blocks,
      row.by,
    ],
  );
};

type ExpectationOf = ScenarioOf & { readonly expectationId: string };

/** Changes what is given; undefined: there is no such expectation. */
export const updateExpectation = async (
  connection: PoolClient,
  { projectId, scenarioId, expectationId }: ExpectationOf,
  { name, blocks, expected }: { name?: string; blocks?: boolean; expected?: unknown },
): Promise<ExpectationRow | undefined> => {
  const { rows } = await connection.query<ExpectationRow>(
    `UPDATE scenario_expectation SET name = coalesce($4, name), blocks = coalesce($5, blocks),
       expected = coalesce($6::jsonb, expected)
     WHERE project_id = $1 AND scenario_id = $2 AND id = $3 RETURNING ${columns}`,
    [
      projectId,
      scenarioId,
      expectationId,
      name ?? null,
      blocks ?? null,
      expected === undefined ? null : storableJson(expected),
    ],
  );
  return rows[0];
};

/** The name of what was deleted; undefined: there was none. */
export const deleteExpectationRow = async (
  connection: PoolClient,
  { projectId, scenarioId, expectationId }: ExpectationOf,
): Promise<string | undefined> => {
  const { rows } = await connection.query<{ name: string }>(
    `DELETE FROM scenario_expectation WHERE project_id = $1 AND scenario_id = $2 AND id = $3 RETURNING name`,
    [projectId, scenarioId, expectationId],
  );
  return rows[0]?.name;
};
