import { messageSettingsSchema, type FrequencyPolicy } from '@curlew/contract';
import type { FrequencyRule } from '@curlew/scenario';
import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import { ApiFailure, notFound } from '../../http/api-failure.ts';
import { newId } from '../../new-id.ts';
import { audit } from '../audit/service.ts';
import {
  deletePolicyRow,
  hasPolicyNamed,
  insertPolicyRow,
  lockPolicyRow,
  updatePolicyRow,
  type PolicyOf,
} from './policy-store.ts';
import { lockSettingsRow } from './store.ts';

/** The frequency policies of a project, by name. */
export { readPolicyRows as listPolicies } from './policy-store.ts';

type Database = Pick<AppContext, 'database'>;

/** One change of a project's policies at a time. Gives the id of its default one. */
const lockDefaultPolicyId = async (connection: PoolClient, projectId: string): Promise<string | null> =>
  messageSettingsSchema.parse(await lockSettingsRow(connection, projectId)).defaults.frequencyPolicyId;

const lockPolicy = async (connection: PoolClient, which: PolicyOf): Promise<FrequencyPolicy> => {
  const policy = await lockPolicyRow(connection, which);
  if (!policy) throw notFound('frequency policy');
  return policy;
};

const refuseTaken = async (connection: PoolClient, which: PolicyOf, name: string): Promise<void> => {
  if (!(await hasPolicyNamed(connection, which, name))) return;
  const message = `There is a frequency policy “${name}” already: choose another name.`;
  throw new ApiFailure('bad_request', message, { fields: [{ path: 'name', message }] });
};

interface NewPolicy {
  readonly name: string;
  readonly rules: readonly FrequencyRule[];
  readonly userId: string;
}

export const createPolicy = (
  { database }: Database,
  projectId: string,
  { name, rules, userId }: NewPolicy,
): Promise<FrequencyPolicy> =>
  database.transaction(async (connection) => {
    const which = { projectId, policyId: newId() };
    await lockDefaultPolicyId(connection, projectId);
    await refuseTaken(connection, which, name);
    await insertPolicyRow(connection, which, { name, rules });
    await audit(connection, {
      projectId,
      userId,
      action: 'frequency_policy.create',
      subjectId: which.policyId,
      detail: { name, rules },
    });
    return { id: which.policyId, name, rules: [...rules] };
  });

interface PolicyChange {
  readonly name: string | undefined;
  readonly rules: readonly FrequencyRule[] | undefined;
  readonly userId: string;
}

/** Changes what is given and leaves the rest; it counts for every message from now on. */
export const changePolicy = (
  { database }: Database,
  which: PolicyOf,
  { name, rules, userId }: PolicyChange,
): Promise<FrequencyPolicy> =>
  database.transaction(async (connection) => {
    await lockDefaultPolicyId(connection, which.projectId);
    const before = await lockPolicy(connection, which);
    const after = { name: name ?? before.name, rules: [...(rules ?? before.rules)] };
    await refuseTaken(connection, which, after.name);
    await updatePolicyRow(connection, which, after);
    await audit(connection, {
      projectId: which.projectId,
      userId,
      action: 'frequency_policy.change',
      subjectId: which.policyId,
      detail: { before: { name: before.name, rules: before.rules }, after },
    });
    return { id: before.id, ...after };
  });

/** Scenarios that name it say so in their problems, and do not start until they name another. */
export const deletePolicy = (
  { database }: Database,
  which: PolicyOf,
  { userId }: { userId: string },
): Promise<void> =>
  database.transaction(async (connection) => {
    const defaultId = await lockDefaultPolicyId(connection, which.projectId);
    const { name, rules } = await lockPolicy(connection, which);
    if (defaultId === which.policyId)
      throw new ApiFailure(
        'bad_request',
        `“${name}” is the default of the project: choose another default first.`,
      );
    await deletePolicyRow(connection, which);
    await audit(connection, {
      projectId: which.projectId,
      userId,
      action: 'frequency_policy.delete',
      subjectId: which.policyId,
      detail: { name, rules },
    });
  });
