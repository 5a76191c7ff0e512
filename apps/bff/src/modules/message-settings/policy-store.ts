import type { FrequencyPolicy } from '@curlew/contract';
import type { FrequencyRule } from '@curlew/scenario';
import type { PoolClient } from 'pg';
import type { Connection } from '../../database/database.ts';

export interface PolicyOf {
  readonly projectId: string;
  readonly policyId: string;
}

export const readPolicyRows = async (
  connection: Connection,
  projectId: string,
): Promise<FrequencyPolicy[]> => {
  const { rows } = await connection.query<FrequencyPolicy>(
    'SELECT id, name, rules FROM frequency_policy WHERE project_id = $1 ORDER BY lower(name), id',
    [projectId],
  );
  return rows;
};

/** The policy, which nobody else changes until the transaction ends. */
export const lockPolicyRow = async (
  connection: PoolClient,
  { projectId, policyId }: PolicyOf,
): Promise<FrequencyPolicy | null> => {
  const { rows } = await connection.query<FrequencyPolicy>(
    'SELECT id, name, rules FROM frequency_policy WHERE project_id = $1 AND id = $2 FOR UPDATE',
    [projectId, policyId],
  );
  return rows[0] ?? null;
};

/** True for a policy of the project, which stays until the transaction ends. */
export const hasPolicy = async (
  connection: Connection,
  { projectId, policyId }: PolicyOf,
): Promise<boolean> => {
  const { rowCount } = await connection.query(
    'SELECT FROM frequency_policy WHERE project_id = $1 AND id = $2 FOR SHARE',
    [projectId, policyId],
  );
  return rowCount === 1;
};

/** Whether another policy of the project has this name, whatever its case. */
export const hasPolicyNamed = async (
  connection: PoolClient,
  { projectId, policyId }: PolicyOf,
  name: string,
): Promise<boolean> => {
  const { rowCount } = await connection.query(
    'SELECT FROM frequency_policy WHERE project_id = $1 AND lower(name) = lower($2) AND id <> $3 LIMIT 1',
    [projectId, name, policyId],
  );
  return rowCount === 1;
};

export const insertPolicyRow = async (
  connection: PoolClient,
  { projectId, policyId }: PolicyOf,
  { name, rules }: { name: string; rules: readonly FrequencyRule[] },
): Promise<void> => {
  await connection.query(
    'INSERT INTO frequency_policy (id, project_id, name, rules) VALUES ($1, $2, $3, $4)',
    [policyId, projectId, name, JSON.stringify(rules)],
  );
};

export const updatePolicyRow = async (
  connection: PoolClient,
  { projectId, policyId }: PolicyOf,
  { name, rules }: { name: string; rules: readonly FrequencyRule[] },
): Promise<void> => {
  await connection.query(
    'UPDATE frequency_policy SET name = $3, rules = $4 WHERE project_id = $1 AND id = $2',
    [projectId, policyId, name, JSON.stringify(rules)],
  );
};

export const deletePolicyRow = async (
  connection: PoolClient,
  { projectId, policyId }: PolicyOf,
): Promise<void> => {
  await connection.query('DELETE FROM frequency_policy WHERE project_id = $1 AND id = $2', [
    projectId,
    policyId,
  ]);
};
