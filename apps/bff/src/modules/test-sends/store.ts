import type { PoolClient } from 'pg';
import type { Connection } from '../../database/database.ts';

export interface TestSendRow {
  readonly id: string;
  readonly scenarioId: string;
  readonly scenarioName: string;
  readonly node: unknown;
  readonly customerId: string;
  readonly recipients: readonly string[];
  readonly messageIds: readonly string[];
  readonly refusal: unknown;
  readonly createdAt: Date;
}

const columns = `id, scenario_id AS "scenarioId", scenario_name AS "scenarioName", node, customer_id AS "customerId",
  recipients, message_ids AS "messageIds", refusal, created_at AS "createdAt"`;

/** Makes whoever sends tests in this project wait until the transaction ends. */
export const lockTests = async (connection: PoolClient, projectId: string): Promise<void> => {
  await connection.query(`SELECT pg_advisory_xact_lock(hashtextextended('test sends ' || $1::text, 0))`, [
    projectId,
  ]);
};

/** The test of a press of the button, if there is one already. */
export const readTestByKey = async (
  connection: Connection,
  { projectId, key }: { projectId: string; key: string },
): Promise<TestSendRow | null> => {
  const { rows } = await connection.query<TestSendRow>(
    `SELECT ${columns} FROM test_send WHERE project_id = $1 AND key = $2`,
    [projectId, key],
  );
  return rows[0] ?? null;
};

export const readTestsOf = async (
  connection: Connection,
  projectId: string,
  ids: readonly string[],
): Promise<TestSendRow[]> => {
  const { rows } = await connection.query<TestSendRow>(
    `SELECT ${columns} FROM test_send WHERE project_id = $1 AND id = ANY($2::uuid[])`,
    [projectId, ids],
  );
  return rows;
};

/** The last tests of a scenario, newest first. */
export const readTests = async (
  connection: Connection,
  { projectId, scenarioId, limit }: { projectId: string; scenarioId: string; limit: number },
): Promise<TestSendRow[]> => {
  const { rows } = await connection.query<TestSendRow>(
    `SELECT ${columns} FROM test_send WHERE project_id = $1 AND scenario_id = $2
     ORDER BY created_at DESC, id DESC LIMIT $3`,
    [projectId, scenarioId, limit],
  );
  return rows;
};

/** How many numbers tests of a project were for since a moment. */
export const countTested = async (
  connection: PoolClient,
  { projectId, since }: { projectId: string; since: Date },
): Promise<number> => {
  const { rows } = await connection.query<{ count: number }>(
    `SELECT coalesce(sum(cardinality(recipients)), 0)::int AS count FROM test_send
     WHERE project_id = $1 AND created_at > $2`,
    [projectId, since],
  );
  return rows[0]?.count ?? 0;
};

interface NewTestSend extends TestSendRow {
  readonly projectId: string;
  readonly key: string;
  readonly createdBy: string;
}

export const insertTest = async (connection: PoolClient, test: NewTestSend): Promise<void> => {
  await connection.query(
    `INSERT INTO test_send (id, project_id, key, scenario_id, scenario_name, node, customer_id, recipients, message_ids,
       refusal, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      test.id,
      test.projectId,
      test.key,
      test.scenarioId,
      test.scenarioName,
      JSON.stringify(test.node),
      test.customerId,
      test.recipients,
      test.messageIds,
      test.refusal === null ? null : JSON.stringify(test.refusal),
      test.createdBy,
      test.createdAt,
    ],
  );
};
