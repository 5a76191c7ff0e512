import { afterAll, beforeAll, expect, it } from 'vitest';
import { messageDefaultsSchema } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { createTestProject } from '../../testing/create-test-project.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { changePolicy, createPolicy, deletePolicy, listPolicies } from './policies.ts';
import { changeMessageSettings } from './service.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());

const userId = newId();
const rules = [{ most: 3, days: 7 }];
const makeDefault = (projectId: string, frequencyPolicyId: string | null) =>
  changeMessageSettings(context, projectId, {
    senders: undefined,
    defaults: { ...messageDefaultsSchema.parse({}), frequencyPolicyId },
    userId,
  });

it('policies are made, changed and deleted, each step in the log', async () => {
  const [{ projectId }, other] = [await createTestProject(context), await createTestProject(context)];
  const { id } = await createPolicy(context, projectId, { name: 'Gentle', rules, userId });
  const which = { projectId, policyId: id };
  const renamed = await changePolicy(context, which, { name: 'Gentler', rules: undefined, userId });
  expect(renamed).toEqual({ id, name: 'Gentler', rules });
  const stricter = [{ most: 1, days: 7 }];
  await changePolicy(context, which, { name: undefined, rules: stricter, userId });
  expect(await listPolicies(context.database.pool, projectId)).toEqual([
    { id, name: 'Gentler', rules: stricter },
  ]);
  expect(await listPolicies(context.database.pool, other.projectId)).toEqual([]);
  await deletePolicy(context, which, { userId });
  expect(await listPolicies(context.database.pool, projectId)).toEqual([]);
  const { rows } = await context.database.pool.query<{ action: string }>(
    'SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY id',
    [id],
  );
  expect(rows.map(({ action }) => action)).toEqual([
    'frequency_policy.create',
    'frequency_policy.change',
    'frequency_policy.change',
    'frequency_policy.delete',
  ]);
});

it('a name is taken once, whatever its case, also by two at once', async () => {
  const { projectId } = await createTestProject(context);
  const made = await Promise.allSettled(
    ['Weekly', 'weekly'].map((name) => createPolicy(context, projectId, { name, rules, userId })),
  );
  expect(made.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

it('the default of the project stays until another is chosen', async () => {
  const { projectId } = await createTestProject(context);
  const { id: policyId } = await createPolicy(context, projectId, { name: 'Gentle', rules, userId });
  await makeDefault(projectId, policyId);
  await expect(deletePolicy(context, { projectId, policyId }, { userId })).rejects.toThrow(
    '“Gentle” is the default of the project: choose another default first.',
  );
  await makeDefault(projectId, null);
  await deletePolicy(context, { projectId, policyId }, { userId });
});

it('a policy of another project, or one that is gone, can be neither the default nor changed', async () => {
  const [{ projectId }, other] = [await createTestProject(context), await createTestProject(context)];
  const { id: policyId } = await createPolicy(context, other.projectId, { name: 'Theirs', rules, userId });
  await expect(makeDefault(projectId, policyId)).rejects.toThrow('does not exist any more');
  await expect(
    changePolicy(context, { projectId, policyId }, { name: 'Mine', rules: undefined, userId }),
  ).rejects.toThrow('does not exist');
});
