import type { PoolClient } from 'pg';
import type { Connection } from '../../database/database.ts';

export interface UseRow {
  readonly policyId: string;
  readonly customerId: string;
  readonly at: Date;
}

/** The messages of these customers that count against these policies, later than `since` and not `without` some, newest first. */
export const readUses = async (
  connection: Connection,
  {
    projectId,
    policyIds,
    customerIds,
    since,
    without,
  }: {
    projectId: string;
    policyIds: readonly string[];
    customerIds: readonly string[];
    since: Date;
    without: readonly string[];
  },
): Promise<UseRow[]> => {
  const { rows } = await connection.query<UseRow>(
    `SELECT policy_id AS "policyId", customer_id AS "customerId", at FROM frequency_use
     WHERE customer_id = ANY($2::uuid[]) AND policy_id = ANY($3::uuid[]) AND at > $4 AND project_id = $1
       AND message_id <> ALL($5::uuid[])
     ORDER BY at DESC`,
    [projectId, customerIds, policyIds, since, without],
  );
  return rows;
};

/** The messages of one customer that count against any policy, later than `since`, newest first. */
export const readUsesOf = async (
  connection: Connection,
  { projectId, customerId, since }: { projectId: string; customerId: string; since: Date },
): Promise<UseRow[]> => {
  const { rows } = await connection.query<UseRow>(
    `SELECT policy_id AS "policyId", customer_id AS "customerId", at FROM frequency_use
     WHERE project_id = $1 AND customer_id = $2 AND at > $3 ORDER BY at DESC LIMIT 1000`,
    [projectId, customerId, since],
  );
  return rows;
};

export interface NewUse {
  readonly messageId: string;
  readonly policyId: string;
  readonly customerId: string;
}

export const insertUses = async (
  connection: PoolClient,
  { projectId, at }: { projectId: string; at: Date },
  uses: readonly NewUse[],
): Promise<void> => {
  if (uses.length === 0) return;
  await connection.query(
    `INSERT INTO frequency_use (message_id, project_id, policy_id, customer_id, at)
     SELECT u.message_id, $1, u.policy_id, u.customer_id, $5
     FROM unnest($2::uuid[], $3::uuid[], $4::uuid[]) AS u(message_id, policy_id, customer_id)`,
    [
      projectId,
      uses.map(({ messageId }) => messageId),
      uses.map(({ policyId }) => policyId),
      uses.map(({ customerId }) => customerId),
      at,
    ],
  );
};

export const deleteUses = async (
  connection: PoolClient,
  projectId: string,
  messageIds: readonly string[],
): Promise<void> => {
  await connection.query('DELETE FROM frequency_use WHERE project_id = $1 AND message_id = ANY($2::uuid[])', [
    projectId,
    messageIds,
  ]);
};
