import { AsyncLocalStorage } from 'node:async_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { createTestCampaign, type TestCampaign } from '../../testing/create-test-campaign.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { beginScenario, walkScenario } from '../../testing/walk-scenario.ts';
import { changePrices } from '../prices/service.ts';
import { stopScenario } from '../runs/life-cycle.ts';
import { startScenario } from '../runs/start.ts';
import { findStartIssues } from '../runs/start-issues.ts';
import { deleteIntegration } from './delete-integration.ts';
import { holdIntegrations } from './hold-integrations.ts';
import { describeUse } from './integration-use.ts';
import { changeIntegration, createIntegration, listManagedIntegrations } from './manage.ts';
import { takeSendingTokens } from './service.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());

const addAnother = ({ projectId, userId }: Pick<TestCampaign, 'projectId' | 'userId'>) =>
  createIntegration(context, projectId, {
    body: {
      provider: 'sinch',
      name: 'Another',
      ratePerSecond: 30,
      rateUnit: 'messages',
      fallbackIntegrationId: null,
      settings: { region: 'eu', servicePlanId: 'plan1' },
      secrets: { apiToken: 'token' },
    },
    userId,
  });

const whichOf = ({ projectId, integrationId }: TestCampaign) => ({ projectId, integrationId });
const remove = (campaign: TestCampaign) => deleteIntegration(context, whichOf(campaign), campaign);
const useOf = (campaign: TestCampaign) => describeUse(context.database.pool, whichOf(campaign));
const namesOf = async ({ projectId }: TestCampaign) =>
  (await listManagedIntegrations(context, projectId, { mayChange: true })).integrations.map(
    ({ name }) => name,
  );

const setStatus = ({ projectId }: TestCampaign, status: string) =>
  context.database.pool.query('UPDATE message SET status = $2::message_status WHERE project_id = $1', [
    projectId,
    status,
  ]);

describe('an integration is not deleted', () => {
  it('while it is the default and another could be', async () => {
    const campaign = await createTestCampaign(context, { document: createDocument() });
    const { id } = await addAnother(campaign);
    await expect(remove(campaign)).rejects.toThrow('make another provider the default first');
    expect(await namesOf(campaign)).toHaveLength(2);
    const which = { projectId: campaign.projectId, integrationId: id };
    await changeIntegration(context, which, { body: { isDefault: true }, userId: campaign.userId });
    await remove(campaign);
    expect(await namesOf(campaign)).toEqual(['Another']);
  });

  it('while a scenario that runs leaves the choice to the project, or names it', async () => {
    const { campaign } = await beginScenario(context, {
      document: createDocument(),
      customers: manyCustomers(1),
    });
    expect(await useOf(campaign)).toMatchObject({
      scenarios: [{ id: campaign.scenarioId, name: 'Sale', isRunning: true }],
      scenarioCount: 1,
      refusal: '“Sale” still runs and sends through it: stop it, or let it finish first.',
    });
    await expect(remove(campaign)).rejects.toThrow('“Sale” still runs');
    const { projectId, scenarioId, userId } = campaign;
    await stopScenario(context, { projectId, scenarioId, by: { userId } });
    expect(await useOf(campaign)).toMatchObject({ scenarios: [{ isRunning: false }], refusal: null });
    await remove(campaign);
    expect(await namesOf(campaign)).toEqual([]);
  });

  it('while messages wait for it or are just being sent, and is once they are out', async () => {
    const { campaign } = await walkScenario(context, {
      document: createDocument(),
      customers: manyCustomers(3),
    });
    expect(await useOf(campaign)).toMatchObject({ waiting: 3, inQuestion: 0, awaitingReports: 0 });
    await expect(remove(campaign)).rejects.toThrow(
      '3 messages still wait to be sent through it: let them go out, or cancel them in the outbox',
    );
    await setStatus(campaign, 'sending');
    await expect(remove(campaign)).rejects.toThrow('3 messages are being sent through it right now');
    expect((await useOf(campaign)).refusal).toContain('after about a quarter of an hour it becomes unknown');
    await setStatus(campaign, 'unknown');
    expect(await useOf(campaign)).toMatchObject({ waiting: 0, inQuestion: 0, refusal: null });
    await setStatus(campaign, 'sent');
    expect(await useOf(campaign)).toMatchObject({ waiting: 0, awaitingReports: 3, refusal: null });
    await remove(campaign);
  });
});

it('another one knows what leaves the choice to the project, and would go through it as the default', async () => {
  const { campaign } = await beginScenario(context, {
    document: createDocument(),
    customers: manyCustomers(1),
  });
  const { id: integrationId } = await addAnother(campaign);
  const { projectId, scenarioId } = campaign;
  const use = await describeUse(context.database.pool, { projectId, integrationId });
  const scenarios = [{ id: scenarioId, name: 'Sale', isRunning: true }];
  expect(use).toMatchObject({ scenarioCount: 0, byDefault: { scenarios, count: 1 } });
  const named = await createTestCampaign(context, { document: createDocument(whichOf(campaign)) });
  expect(await useOf(named)).toMatchObject({ scenarioCount: 0, byDefault: { scenarios: [], count: 0 } });
});

it('goes with its prices, its drafts say so, and the log keeps it without a secret', async () => {
  const campaign = await createTestCampaign(context, { document: createDocument() });
  const which = whichOf(campaign);
  const set = [{ country: 'GB', validFrom: '2026-01-01', currency: 'GBP', price: '0.03' }];
  await changePrices(context, which, { remove: [], set, userId: campaign.userId });
  await remove(campaign);
  const { rows } = await context.database.pool.query('SELECT FROM price WHERE integration_id = $1', [
    which.integrationId,
  ]);
  expect(rows).toEqual([]);
  const issues = await findStartIssues(context, campaign.projectId, createDocument(which));
  expect(issues.map(({ code }) => code)).toContain('no_integration');
  const log = await context.database.pool.query<{ action: string; detail: unknown }>(
    `SELECT action, detail FROM audit_entry WHERE subject_id = $1 AND action LIKE 'integration.%'`,
    [which.integrationId],
  );
  expect(log.rows).toEqual([
    {
      action: 'integration.delete',
      detail: { name: 'Built-in carrier', provider: 'sinch', scenarioCount: 1 },
    },
  ]);
  await expect(remove(campaign)).rejects.toThrow('does not exist');
});

describe('those who write messages', () => {
  it('hold the integration, and a deletion waits for what they write', async () => {
    const campaign = await createTestCampaign(context, { document: createDocument() });
    let isDeleted = false;
    const begin = AsyncLocalStorage.bind(() =>
      remove(campaign).finally(() => {
        isDeleted = true;
      }),
    );
    let deletion: Promise<void> | undefined;
    await context.database.transaction(async (connection) => {
      await holdIntegrations(connection, [campaign.integrationId, campaign.integrationId]);
      deletion = begin();
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(isDeleted).toBe(false);
    });
    await deletion;
    expect(isDeleted).toBe(true);
  });

  it('write none once it is gone', async () => {
    const campaign = await createTestCampaign(context, { document: createDocument() });
    await remove(campaign);
    const held = context.database.transaction((connection) =>
      holdIntegrations(connection, [campaign.integrationId]),
    );
    await expect(held).rejects.toThrow('was deleted while messages were written');
  });

  it('let those by who take its tokens', async () => {
    const campaign = await createTestCampaign(context, { document: createDocument() });
    // Bound to where no transaction is open: it is another's connection.
    const take = AsyncLocalStorage.bind(() =>
      takeSendingTokens(context, campaign.integrationId, { parts: [1, 1], isUrgent: false }),
    );
    await context.database.transaction(async (connection) => {
      await holdIntegrations(connection, [campaign.integrationId]);
      // It would wait for the end of this transaction, which waits for it.
      expect(await take()).toBe(2);
    });
  });
});

it('a start waits for a deletion, and then does not begin what nothing can send', async () => {
  const campaign = await createTestCampaign(context, {
    document: createDocument(),
    customers: manyCustomers(1),
  });
  const outcomes = await Promise.allSettled([startScenario(context, campaign.start), remove(campaign)]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const [started] = outcomes;
  expect(await namesOf(campaign)).toHaveLength(started.status === 'fulfilled' ? 1 : 0);
});
