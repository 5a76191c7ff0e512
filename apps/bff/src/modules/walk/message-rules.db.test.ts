import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SmsSettings } from '@curlew/scenario';
import { createChain, createDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { manyCustomers, type TestCustomer } from '../../testing/add-test-customers.ts';
import { createTestCampaign, type TestCampaign } from '../../testing/create-test-campaign.ts';
import { startFakeOperator, type FakeOperator } from '../../testing/fake-operator.ts';
import { readJobs, takeJobs } from '../../testing/queued-jobs.ts';
import { readCampaignEvents, readMessages, tally } from '../../testing/read-campaign.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { describeCustomer } from '../customers/service.ts';
import { dispatch } from '../messages/dispatch.ts';
import { forecastStart } from '../runs/forecast.ts';
import { describeRun } from '../runs/progress.ts';
import { startScenario } from '../runs/start.ts';
import { createScenario } from '../scenarios/service.ts';
import { walkEnrolments } from './walk-job.ts';

const noon = Date.parse('2026-11-24T12:00:00Z');
const hourMs = 3_600_000;
let test: TestContext;
let context: AppContext;
let operator: FakeOperator;
let now = noon;

beforeAll(async () => {
  test = await createTestContext({ now: () => new Date(now) });
  ({ context } = test);
  operator = await startFakeOperator();
});
afterEach(async () => {
  now = noon;
  await takeJobs(context, 'walk');
  await takeJobs(context, 'dispatch');
});
afterAll(async () => {
  await operator.stop();
  await test.stop();
});

const begin = async (settings: Partial<SmsSettings>, customers: readonly TestCustomer[], length = 1) => {
  const campaign = await createTestCampaign(context, {
    operatorUrl: operator.url,
    document: createChain(length, settings),
    customers,
  });
  return campaign;
};

const start = async ({ start: request }: Pick<TestCampaign, 'start'>): Promise<string> =>
  (await startScenario(context, request)).id;

const walkAll = async (): Promise<void> => {
  for (const job of await takeJobs(context, 'walk')) await walkEnrolments(context, job);
};
const dispatchAll = async (): Promise<void> => {
  for (const job of await takeJobs(context, 'dispatch')) await dispatch(context, job);
};

const addPolicy = async (projectId: string, rules: readonly { most: number; days: number }[]) => {
  const id = newId();
  await context.database.pool.query(
    'INSERT INTO frequency_policy (id, project_id, name, rules) VALUES ($1, $2, $3, $4)',
    [id, projectId, `Policy ${id}`, JSON.stringify(rules)],
  );
  return id;
};

/** Another scenario of the same project, ready to start. */
const addScenario = async ({ projectId, start: { by } }: TestCampaign, settings: Partial<SmsSettings>) => {
  const { id, revision } = await createScenario(context, projectId, {
    name: 'Other',
    document: createDocument(settings),
    by,
  });
  return { start: { projectId, scenarioId: id, revision, by } };
};

const statuses = async ({ projectId }: TestCampaign) =>
  tally(
    (await readCampaignEvents(context, projectId)).map(({ properties: { status, type } }) =>
      typeof type === 'string' ? `${String(status)}/${type}` : String(status),
    ),
  );
const runOf = ({ projectId, scenarioId }: TestCampaign, runId: string) =>
  describeRun(context, { projectId, scenarioId, runId });
const smsCounts = async (campaign: TestCampaign, runId: string) =>
  (await runOf(campaign, runId)).nodes.find(({ nodeId }) => nodeId === 'sms-1');

const underPolicy = async (customers: readonly TestCustomer[], most: number) => {
  const campaign = await begin({}, customers);
  const policyId = await addPolicy(campaign.projectId, [{ most, days: 1 }]);
  const settings: Partial<SmsSettings> = { frequencyPolicy: { of: 'own', value: policyId } };
  return { campaign, policyId, settings };
};

describe('a frequency policy', () => {
  it('is shared by all scenarios that use it, and its messages say so', async () => {
    const { campaign, policyId, settings } = await underPolicy(manyCustomers(2), 1);
    const first = await addScenario(campaign, settings);
    const second = await addScenario(campaign, settings);
    await start(first);
    await walkAll();
    await start(second);
    await walkAll();
    expect(await statuses(campaign)).toEqual({ enqueued: 2, 'suppressed/frequency_policy': 2 });
    const events = await readCampaignEvents(context, campaign.projectId);
    expect(new Set(events.map(({ properties }) => properties['campaign_policy']))).toEqual(
      new Set([policyId]),
    );
    const [customerId = ''] = campaign.customerIds;
    const { projectId } = campaign;
    const described = await describeCustomer(context, { projectId, customerId });
    expect(described.frequencyUses.map((use) => use.policyId)).toEqual([policyId]);
    const { refusals } = await forecastStart(context, second.start);
    expect(refusals).toMatchObject([{ type: 'frequency_policy', count: 2 }]);
    now += 24 * hourMs;
    await start(second);
    await walkAll();
    expect(await statuses(campaign)).toMatchObject({ enqueued: 4 });
  });

  it('is never exceeded by walks that run at once', async () => {
    const { campaign, settings } = await underPolicy(manyCustomers(300), 2);
    for (let index = 0; index < 5; index += 1) await start(await addScenario(campaign, settings));
    const jobs = await takeJobs(context, 'walk');
    await Promise.all(jobs.map((job) => walkEnrolments(context, job)));
    expect(await statuses(campaign)).toEqual({ enqueued: 600, 'suppressed/frequency_policy': 900 });
    const messages = await readMessages(context, campaign.projectId);
    const perCustomer = Object.values(tally(messages.map(({ customerId }) => customerId)));
    expect(new Set(perCustomer)).toEqual(new Set([2]));
  });

  it('holds for whoever walks twice in one job', async () => {
    const { campaign, settings } = await underPolicy([{}], 1);
    const runId = await start(await addScenario(campaign, settings));
    const [job] = await takeJobs(context, 'walk');
    if (!job) throw new Error('a walk job was expected');
    const again = newId();
    await context.database.pool.query(
      `INSERT INTO enrolment (id, project_id, run_id, customer_id, node_id)
       SELECT $2, project_id, run_id, customer_id, node_id FROM enrolment WHERE run_id = $1`,
      [runId, again],
    );
    await walkEnrolments(context, { ...job, enrolmentIds: [...job.enrolmentIds, again] });
    expect(await statuses(campaign)).toEqual({ enqueued: 1, 'suppressed/frequency_policy': 1 });
  });

  it('counts what failed, and not what was refused', async () => {
    const { campaign, settings } = await underPolicy([{}, { phone: null }], 1);
    operator.answer(() => ({ status: 403, body: { code: 'forbidden_number', text: 'No' } }));
    await start(await addScenario(campaign, settings));
    await walkAll();
    await dispatchAll();
    await context.database.pool.query(
      `UPDATE customer SET phone_e164 = '+447700900555', attributes = '{"phone": "+447700900555"}'
       WHERE project_id = $1 AND phone_e164 IS NULL`,
      [campaign.projectId],
    );
    await start(await addScenario(campaign, settings));
    await walkAll();
    expect(await statuses(campaign)).toEqual({
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
    const campaign = await begin({}, manyCustomers(3));
    operator.answer((call) => ({ status: 201, body: { id: 'b', client_reference: call.client_reference } }));
    const policyId = await addPolicy(campaign.projectId, [{ most: 1, days: 1 }]);
    const scenario = await addScenario(campaign, {
      ...settings,
      frequencyPolicy: { of: 'own', value: policyId },
    });
    const runId = await start(scenario);
    await walkAll();
    const calls = operator.calls.length;
    const jobs = await takeJobs(context, 'dispatch');
    now += hourMs;
    for (const job of [...jobs, ...jobs]) await dispatch(context, job);
    expect(operator.calls).toHaveLength(calls);
    const messages = await readMessages(context, campaign.projectId);
    expect(tally(messages.map(({ status }) => status))).toEqual({ expired: 3 });
    expect(await statuses(campaign)).toEqual({ enqueued: 3, 'suppressed/expired': 3 });
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
    const campaign = await begin(settings, manyCustomers(2));
    operator.answer(() => ({ status: 429 }));
    await start(campaign);
    await walkAll();
    await dispatchAll();
    operator.answer((call) => ({ status: 201, body: { id: 'b', client_reference: call.client_reference } }));
    now += hourMs - 1;
    const [job, ...others] = await takeJobs(context, 'dispatch');
    if (!job) throw new Error('a dispatch job was expected');
    expect(others).toEqual([]);
    await dispatch(context, { ...job, messageIds: job.messageIds.slice(0, 1) });
    // The operator is told too, and takes no less than a minute.
    const until = new Date(now + 60_000).toISOString();
    expect(operator.calls.at(-1)).toMatchObject({ expire_at: until });
    now += 1;
    await dispatch(context, job);
    const messages = await readMessages(context, campaign.projectId);
    expect(tally(messages.map(({ status }) => status))).toEqual({ sent: 1, expired: 1 });
    expect(await statuses(campaign)).toEqual({ enqueued: 2, sent: 1, 'suppressed/expired': 1 });
  });
});

describe('silent hours', () => {
  const silent: Partial<SmsSettings> = {
    silentHours: {
      of: 'own',
      value: { from: '21:00', to: '08:00', silentDays: [], timeZone: 'customer' },
    },
  };
  // At noon in UTC it is night in Tokyo and in Honolulu.
  const customers: readonly TestCustomer[] = [
    { attributes: { time_zone: 'Asia/Tokyo' } },
    { attributes: { time_zone: 'Asia/Tokyo' } },
    { attributes: { time_zone: 'Pacific/Honolulu' } },
    { attributes: { time_zone: 'Europe/Prague' } },
    {},
  ];

  it('hold each customer until their morning, once, and then ask the gate', async () => {
    const campaign = await begin(silent, customers, 2);
    const runId = await start(campaign);
    const [first] = await takeJobs(context, 'walk');
    if (!first) throw new Error('a walk job was expected');
    await walkEnrolments(context, first);
    await walkEnrolments(context, first);
    expect(await statuses(campaign)).toEqual({ enqueued: 4 });
    expect(await smsCounts(campaign, runId)).toMatchObject({ entered: 5, left: 2, waiting: 3 });
    expect(await runOf(campaign, runId)).toMatchObject({ status: 'active', walked: 2 });
    const waits = await readJobs(context, 'walk');
    expect(
      waits.map(({ data, dueInSeconds }) => [data.enrolmentIds.length, Math.round(dueInSeconds)]),
    ).toEqual([
      [1, 6 * 3_600],
      [2, 11 * 3_600],
    ]);
    const [honolulu, tokyo] = await takeJobs(context, 'walk');
    if (!honolulu || !tokyo) throw new Error('two walk jobs were expected');
    // Too early: everyone stays, and is asked again when it is due.
    await walkEnrolments(context, tokyo);
    expect(await smsCounts(campaign, runId)).toMatchObject({ entered: 5, left: 2, waiting: 3 });
    const [again, ...more] = await takeJobs(context, 'walk');
    expect([again, ...more]).toEqual([
      { ...tokyo, enrolmentIds: expect.arrayContaining(tokyo.enrolmentIds) },
    ]);
    now += 6 * hourMs;
    await walkEnrolments(context, honolulu);
    await walkEnrolments(context, honolulu);
    expect(await statuses(campaign)).toEqual({ enqueued: 6 });
    await context.database.pool.query(
      `UPDATE customer SET is_unusable = true WHERE project_id = $1 AND attributes ->> 'time_zone' = 'Asia/Tokyo'`,
      [campaign.projectId],
    );
    now = noon + 11 * hourMs;
    await Promise.all([tokyo, tokyo, tokyo].map((job) => walkEnrolments(context, job)));
    expect(await statuses(campaign)).toEqual({ enqueued: 6, 'suppressed/invalid_contact': 4 });
    expect(await smsCounts(campaign, runId)).toMatchObject({ entered: 5, left: 5, waiting: 0 });
    expect(await runOf(campaign, runId)).toMatchObject({ status: 'finished', walked: 5 });
    const { rows } = await context.database.pool.query(
      'SELECT DISTINCT visit, path, waits_until FROM enrolment WHERE run_id = $1',
      [runId],
    );
    const path = [
      ['now', 'out'],
      ['sms-1', 'out'],
      ['sms-2', null],
    ];
    expect(rows).toEqual([{ visit: 3, path, waits_until: null }]);
  });

  it('count against the expiry of the message', async () => {
    const expiry = { of: 'own' as const, value: { amount: 10, unit: 'hours' as const } };
    const campaign = await begin({ ...silent, expiry }, customers.slice(0, 3));
    await start(campaign);
    await walkAll();
    const [honolulu, tokyo] = await takeJobs(context, 'walk');
    if (!honolulu || !tokyo) throw new Error('two walk jobs were expected');
    now += 6 * hourMs;
    await walkEnrolments(context, honolulu);
    now = noon + 11 * hourMs;
    await walkEnrolments(context, tokyo);
    expect(await statuses(campaign)).toEqual({ enqueued: 1, 'suppressed/expired': 2 });
  });

  it('that begin again while the server was off hold for another night', async () => {
    const campaign = await begin(silent, customers.slice(0, 1));
    const runId = await start(campaign);
    await walkAll();
    const [job] = await takeJobs(context, 'walk');
    if (!job) throw new Error('a walk job was expected');
    now += 26 * hourMs;
    await walkEnrolments(context, job);
    const [later] = await readJobs(context, 'walk');
    expect(later?.dueInSeconds).toBeCloseTo(9 * 3_600, 0);
    expect(await smsCounts(campaign, runId)).toMatchObject({ entered: 1, left: 0, waiting: 1 });
  });

  it('hold nobody in a forecast', async () => {
    const campaign = await begin(silent, customers);
    const forecast = await forecastStart(context, campaign.start);
    expect(forecast.nodes).toEqual([{ nodeId: 'sms-1', messages: 5, parts: 5, refused: 0 }]);
  });
});
