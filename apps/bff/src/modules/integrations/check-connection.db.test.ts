import { expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import { readConfig } from '../../config.ts';
import { newId } from '../../new-id.ts';
import { createTestProject } from '../../testing/create-test-project.ts';
import type { FakeOperator } from '../../testing/fake-operator.ts';
import { checkConnection } from './check-connection.ts';
import { describeUse } from './integration-use.ts';
import { createIntegration } from './manage.ts';
import { noteOutcome, openIntegration } from './service.ts';
import { withFakeOperator } from '../../testing/with-fake-operator.ts';

let context: AppContext;
let operator: FakeOperator;

withFakeOperator((ground) => {
  ({ operator } = ground);
  const config = readConfig([], { CURLEW_WEBHOOK_ALLOW: new URL(operator.url).host });
  context = { ...ground.context, config };
});

const userId = newId();
const apiToken = 'the-token-that-stays-inside';

const newIntegration = async () => {
  const { projectId } = await createTestProject(context);
  const { id: integrationId } = await createIntegration(context, projectId, {
    body: {
      provider: 'sinch',
      name: 'Sinch',
      ratePerSecond: 30,
      rateUnit: 'messages',
      fallbackIntegrationId: null,
      settings: { baseUrl: operator.url, servicePlanId: 'plan1' },
      secrets: { apiToken },
    },
    userId,
  });
  return { projectId, integrationId };
};

it('asks the operator, sends nothing, and the log says that somebody asked', async () => {
  const which = await newIntegration();
  const before = operator.lookups.length;
  expect(await describeUse(context.database.pool, which)).toMatchObject({ checkedAt: null });
  expect(await checkConnection(context, which, { userId })).toMatchObject({ ok: true });
  expect([operator.lookups.length - before, operator.calls.length]).toEqual([1, 0]);
  const { rows } = await context.database.pool.query(
    `SELECT user_id AS "userId", detail FROM audit_entry WHERE subject_id = $1 AND action = 'integration.check'`,
    [which.integrationId],
  );
  expect(rows).toEqual([{ userId, detail: { isOk: true } }]);
  const { checkedAt, hasFailedCheck } = await describeUse(context.database.pool, which);
  expect(checkedAt).toMatch(/^\d{4}-.*Z$/);
  expect(hasFailedCheck).toBe(false);
});

it('ends the trouble of an integration where the operator answers well, and only there', async () => {
  const which = await newIntegration();
  const { integrationId } = which;
  const failed = { kind: 'retry', error: 'Bad token', afterMs: null, stopsQueue: true } as const;
  await noteOutcome(context, { integrationId, outcome: failed, error: 'Bad token', isInTrouble: false });
  const isHeld = async () => (await openIntegration(context, integrationId))?.heldUntil !== null;
  operator.answerLookup(() => ({ status: 401, body: { code: '1', text: 'no such token' } }));
  expect([(await checkConnection(context, which, { userId })).ok, await isHeld()]).toEqual([false, true]);
  expect(await describeUse(context.database.pool, which)).toMatchObject({ hasFailedCheck: true });
  operator.answerLookup(() => ({ status: 200, body: { count: 0, page: 0, batches: [] } }));
  expect([(await checkConnection(context, which, { userId })).ok, await isHeld()]).toEqual([true, false]);
  expect(await openIntegration(context, integrationId)).toMatchObject({ isInTrouble: false });
});

it('says in words what is wrong, and repeats no secret', async () => {
  const which = await newIntegration();
  operator.answerLookup(() => ({ status: 401, body: { code: '1', text: `no such token ${apiToken}` } }));
  const check = await checkConnection(context, which, { userId });
  expect(check).toMatchObject({ ok: false, said: expect.stringContaining('refused the token') as string });
  expect(JSON.stringify(check)).not.toContain(apiToken);
});

it('asks nobody on a network that requests do not go to', async () => {
  const which = await newIntegration();
  const before = operator.lookups.length;
  const closed = { ...context, config: readConfig([], {}) };
  const check = await checkConnection(closed, which, { userId });
  expect(check).toMatchObject({
    ok: false,
    said: 'Sinch was not asked: its address leads to a private network, where Curlew goes only if whoever runs the server allows it (CURLEW_WEBHOOK_ALLOW).',
  });
  expect(operator.lookups).toHaveLength(before);
});

it('is asked at most thirty times a minute in a project', async () => {
  const which = await newIntegration();
  for (let asked = 0; asked < 30; asked += 1) await checkConnection(context, which, { userId });
  const before = operator.lookups.length;
  await expect(checkConnection(context, which, { userId })).rejects.toMatchObject({
    code: 'too_many_requests',
  });
  expect(operator.lookups).toHaveLength(before);
});
