import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SmsSettings } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { manyCustomers, type TestCustomer } from '../../testing/add-test-customers.ts';
import { openRulesGround, type RulesGround } from '../../testing/open-rules-ground.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { readCampaignEvents, readMessages, tally } from '../../testing/read-campaign.ts';
import { describeCustomer } from '../customers/service.ts';
import { dispatch } from '../messages/dispatch.ts';
import { forecastStart } from '../runs/forecast.ts';
import { describeRun } from '../runs/progress.ts';
import { walkEnrolments } from './walk-job.ts';

const hourMs = 3_600_000;
let ground: RulesGround;
let context: AppContext;

beforeAll(async () => {
  ground = await openRulesGround();
  ({ context } = ground);
});
afterEach(() => ground.clear());
afterAll(() => ground.stop());

const underPolicy = async (customers: readonly TestCustomer[], most: number) => {
  const campaign = await ground.begin({}, customers);
  const policyId = await ground.addPolicy(campaign.projectId, [{ most, days: 1 }]);
  const settings: Partial<SmsSettings> = { frequencyPolicy: { of: 'own', value: policyId } };
  return { campaign, policyId, settings };
};

describe('a frequency policy', () => {
  it('is shared by all scenarios that use it, and its messages say so', async () => {
    const { campaign, policyId, settings } = await underPolicy(manyCustomers(2), 1);
    const first = await ground.addScenario(campaign, settings);
    const second = await ground.addScenario(campaign, settings);
    await ground.start(first);
    await ground.walkAll();
    await ground.start(second);
    await ground.walkAll();
    expect(await ground.statuses(campaign)).toEqual({ enqueued: 2, 'suppressed/frequency_policy': 2 });
    const events = await readCampaignEvents(context, campaign.projectId);
    expect(new Set(events.map(({ properties }) => properties['campaign_policy']))).toEqual(
      new Set([policyId]),
    );
    const [customerId = ''] = campaign.customerIds;
    const { projectId } = campaign;
    const described = await describeCustomer(context, { projectId, customerId });
    expect(described.frequencyUses.map((use) => use.policyId)).toEqual([policyId]);
    const { triggers } = await forecastStart(context, second.start);
    expect(triggers[0]?.refusals).toMatchObject([{ type: 'frequency_policy', count: 2 }]);
    ground.clock.now += 24 * hourMs;
    await ground.start(second);
    await ground.walkAll();
    expect(await ground.statuses(campaign)).toMatchObject({ enqueued: 4 });
  });

  it('is never exceeded by walks that run at once', async () => {
    const { campaign, settings } = await underPolicy(manyCustomers(300), 2);
    for (let index = 0; index < 5; index += 1)
      await ground.start(await ground.addScenario(campaign, settings));
    const jobs = await takeJobs(context, 'walk');
    await Promise.all(jobs.map((job) => walkEnrolments(context, job)));
    expect(await ground.statuses(campaign)).toEqual({ enqueued: 600, 'suppressed/frequency_policy': 900 });
    const messages = await readMessages(context, campaign.projectId);
    const perCustomer = Object.values(tally(messages.map(({ customerId }) => customerId)));
    expect(new Set(perCustomer)).toEqual(new Set([2]));
  });

  it('holds for whoever walks twice in one job', async () => {
    const { campaign, settings } = await underPolicy([{}], 1);
    const runId = await ground.start(await ground.addScenario(campaign, settings));
    const [job] = await takeJobs(context, 'walk');
    if (!job) throw new Error('a walk job was expected');
    const again = newId();
    await context.database.pool.query(
      `INSERT INTO enrolment (id, project_id, run_id, customer_id, node_id)
       SELECT $2, project_id, run_id, customer_id, node_id FROM enrolment WHERE run_id = $1`,
      [runId, again],
    );
    await walkEnrolments(context, { ...job, enrolmentIds: [...job.enrolmentIds, again] });
    // The second walk knows what the first one sent.
    for (const rest of await takeJobs(context, 'walk')) await walkEnrolments(context, rest);
    expect(await ground.statuses(campaign)).toEqual({ enqueued: 1, 'suppressed/frequency_policy': 1 });
  });

  it('counts what failed, and not what was refused', async () => {
    const { campaign, settings } = await underPolicy([{}, { phone: null }], 1);
    ground.operator.answer(() => ({ status: 403, body: { code: 'illegal_number_type', text: 'No' } }));
    await ground.start(await ground.addScenario(campaign, settings));
    await ground.walkAll();
    await ground.dispatchAll();
    await context.database.pool.query(
      `UPDATE customer SET phone_e164 = '+447700900555', attributes = '{"phone": "+447700900555"}'
       WHERE project_id = $1 AND phone_e164 IS NULL`,
      [campaign.projectId],
    );
    await ground.start(await ground.addScenario(campaign, settings));
    await ground.walkAll();
    expect(await ground.statuses(campaign)).toEqual({
      enqueued: 2,
      rejected: 1,
      'suppressed/no_phone': 1,
      'suppressed/frequency_policy': 1,
    });
  });
});

describe('a message that expires', () => {
  const settings: Partial<SmsSettings> = {
    expiry: { of: 'own', value: { amount: 1, unit: 'hours' } },
    eventProperties: [{ name: 'shop', type: 'text', value: 'here' }],
  };

  it('is not sent from that moment on, is told once, and uses up nothing', async () => {
    const campaign = await ground.begin({}, manyCustomers(3));
    ground.operator.answer((call) => ({
      status: 201,
      body: { id: 'b', client_reference: call.client_reference },
    }));
    const policyId = await ground.addPolicy(campaign.projectId, [{ most: 1, days: 1 }]);
    const scenario = await ground.addScenario(campaign, {
      ...settings,
      frequencyPolicy: { of: 'own', value: policyId },
    });
    const runId = await ground.start(scenario);
    await ground.walkAll();
    const calls = ground.operator.calls.length;
    const jobs = await takeJobs(context, 'dispatch');
    ground.clock.now += hourMs;
    for (const job of [...jobs, ...jobs]) await dispatch(context, job);
    expect(ground.operator.calls).toHaveLength(calls);
    const messages = await readMessages(context, campaign.projectId);
    expect(tally(messages.map(({ status }) => status))).toEqual({ expired: 3 });
    expect(await ground.statuses(campaign)).toEqual({ enqueued: 3, 'suppressed/expired': 3 });
    const { projectId } = campaign;
    const run = await describeRun(context, { projectId, scenarioId: scenario.start.scenarioId, runId });
    expect(run.nodes.find(({ nodeId }) => nodeId === 'sms-1')).toMatchObject({
      enqueued: 3,
      expired: 3,
      sent: 0,
    });
    expect(run.refusals).toEqual([{ nodeId: 'sms-1', status: 'suppressed', type: 'expired', count: 3 }]);
    const events = await readCampaignEvents(context, projectId);
    expect(events.at(-1)?.properties).toMatchObject({
      status: 'suppressed',
      shop: 'here',
      campaign_policy: policyId,
      message: expect.stringContaining('expired'),
    });
    const [customerId = ''] = campaign.customerIds;
    expect((await describeCustomer(context, { projectId, customerId })).frequencyUses).toEqual([]);
  });

  it('leaves a moment before, also when the operator had put it off', async () => {
    const campaign = await ground.begin(settings, manyCustomers(2));
    ground.operator.answer(() => ({ status: 429 }));
    await ground.start(campaign);
    await ground.walkAll();
    await ground.dispatchAll();
    ground.operator.answer((call) => ({
      status: 201,
      body: { id: 'b', client_reference: call.client_reference },
    }));
    ground.clock.now += hourMs - 1;
    const [job, ...others] = await takeJobs(context, 'dispatch');
    if (!job) throw new Error('a dispatch job was expected');
    expect(others).toEqual([]);
    await dispatch(context, { ...job, messageIds: job.messageIds.slice(0, 1) });
    // The operator is told too, and takes no less than a minute.
    const until = new Date(ground.clock.now + 60_000).toISOString();
    expect(ground.operator.calls.at(-1)).toMatchObject({ expire_at: until });
    ground.clock.now += 1;
    await dispatch(context, job);
    const messages = await readMessages(context, campaign.projectId);
    expect(tally(messages.map(({ status }) => status))).toEqual({ sent: 1, expired: 1 });
    expect(await ground.statuses(campaign)).toEqual({ enqueued: 2, sent: 1, 'suppressed/expired': 1 });
  });
});
