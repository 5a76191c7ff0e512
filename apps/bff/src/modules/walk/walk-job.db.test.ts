import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChain, createDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers, type TestCustomer } from '../../testing/add-test-customers.ts';
import { createTestCampaign, type TestCampaign } from '../../testing/create-test-campaign.ts';
import { readJobs, takeJobs } from '../../testing/queued-jobs.ts';
import { readCampaignEvents, readMessages } from '../../testing/read-campaign.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { describeRun } from '../runs/progress.ts';
import { startScenario } from '../runs/start.ts';
import { describeScenario } from '../scenarios/service.ts';
import { walkEnrolments } from './walk-job.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());

type Options = Parameters<typeof createTestCampaign>[1];

/** Starts a scenario and gives back its run and the walk jobs that were queued. */
const begin = async (options: Options) => {
  const campaign = await createTestCampaign(context, options);
  const { id: runId } = await startScenario(context, campaign.start);
  return { campaign, runId, jobs: await takeJobs(context, 'walk') };
};

const walkAll = async (options: Options) => {
  const begun = await begin(options);
  for (const job of begun.jobs) await walkEnrolments(context, job);
  return begun;
};

const runOf = ({ projectId, scenarioId }: TestCampaign, runId: string) =>
  describeRun(context, { projectId, scenarioId, runId });

const propertiesOf = async ({ projectId }: TestCampaign) =>
  (await readCampaignEvents(context, projectId)).map(({ properties }) => properties);

describe('a walk', () => {
  it('writes places, way, messages, events, counts and the next jobs', async () => {
    const { campaign, runId } = await walkAll({ document: createDocument(), customers: manyCustomers(3) });
    const { rows } = await context.database.pool.query(
      'SELECT DISTINCT node_id, status::text, visit, path FROM enrolment WHERE run_id = $1',
      [runId],
    );
    expect(rows).toEqual([
      {
        node_id: 'sms-1',
        status: 'finished',
        visit: 2,
        path: [
          ['now', 'out'],
          ['sms-1', null],
        ],
      },
    ]);
    const messages = await readMessages(context, campaign.projectId);
    expect(messages.map(({ status, text }) => `${status} ${text}`)).toEqual(Array(3).fill('enqueued Hello'));
    const [dispatch, ...more] = await takeJobs(context, 'dispatch');
    expect(more).toEqual([]);
    expect(dispatch?.integrationId).toBe(campaign.integrationId);
    expect(dispatch?.messageIds.toSorted()).toEqual(messages.map(({ id }) => id));
    expect(await runOf(campaign, runId)).toMatchObject({
      status: 'finished',
      enrolled: 3,
      walked: 3,
      nodes: expect.arrayContaining([
        expect.objectContaining({ nodeId: 'now', entered: 3, left: 3 }),
        expect.objectContaining({
          nodeId: 'sms-1',
          entered: 3,
          left: 3,
          enqueued: 3,
          sent: 0,
          suppressed: 0,
        }),
      ]),
      refusals: [],
    });
    const { projectId, scenarioId } = campaign;
    expect(await describeScenario(context, { projectId, scenarioId })).toMatchObject({ status: 'inactive' });
  });

  it('sends a customer through every SMS node on the way', async () => {
    const { campaign, runId } = await walkAll({ document: createChain(3), customers: manyCustomers(2) });
    expect(await readMessages(context, campaign.projectId)).toHaveLength(6);
    const events = await propertiesOf(campaign);
    expect(events.map((properties) => properties['action_id'])).toEqual([2, 3, 4, 2, 3, 4]);
    const { nodes } = await runOf(campaign, runId);
    expect(Object.fromEntries(nodes.map(({ nodeId, enqueued }) => [nodeId, enqueued]))).toEqual({
      now: 0,
      'sms-1': 2,
      'sms-2': 2,
      'sms-3': 2,
    });
    await takeJobs(context, 'dispatch');
  });

  it('that comes twice does nothing the second time', async () => {
    const { campaign, runId, jobs } = await walkAll({
      document: createDocument(),
      customers: manyCustomers(5),
    });
    const before = await runOf(campaign, runId);
    for (const job of jobs) await walkEnrolments(context, job);
    expect(await runOf(campaign, runId)).toEqual(before);
    expect(await readMessages(context, campaign.projectId)).toHaveLength(5);
    expect(await propertiesOf(campaign)).toHaveLength(5);
    expect(await takeJobs(context, 'dispatch')).toHaveLength(1);
  });

  it('that two workers make at once is made once', async () => {
    const { campaign, runId, jobs } = await begin({
      document: createDocument(),
      customers: manyCustomers(1_500),
    });
    const everyJobThrice = [...jobs, ...jobs, ...jobs];
    await Promise.all(everyJobThrice.map((job) => walkEnrolments(context, job)));
    expect(await readMessages(context, campaign.projectId)).toHaveLength(1_500);
    expect(await propertiesOf(campaign)).toHaveLength(1_500);
    expect(await runOf(campaign, runId)).toMatchObject({ status: 'finished', walked: 1_500 });
    const dispatches = await takeJobs(context, 'dispatch');
    expect(dispatches.flatMap(({ messageIds }) => messageIds)).toHaveLength(1_500);
  });

  it('leaves to later jobs whom its turn had no time for', async () => {
    const { campaign, runId, jobs } = await begin({
      document: createDocument(),
      customers: manyCustomers(3),
    });
    const turns: number[] = [];
    for (let queue = jobs; queue.length > 0; queue = await takeJobs(context, 'walk')) {
      for (const job of queue) {
        turns.push(job.enrolmentIds.length);
        await walkEnrolments(context, job, 0);
      }
    }
    expect(turns).toEqual([3, 2, 1]);
    expect(await readMessages(context, campaign.projectId)).toHaveLength(3);
    expect(await runOf(campaign, runId)).toMatchObject({ status: 'finished', walked: 3 });
    await takeJobs(context, 'dispatch');
  });

  it('that fails leaves everyone where they stood, and can be made again', async () => {
    const { campaign, runId, jobs } = await begin({
      document: createDocument(),
      customers: manyCustomers(2),
    });
    const { pool } = context.database;
    await pool.query(`CREATE OR REPLACE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'broken for a test'; END $$`);
    await pool.query('CREATE TRIGGER break_it BEFORE UPDATE ON run EXECUTE FUNCTION break_it()');
    for (const job of jobs) await expect(walkEnrolments(context, job)).rejects.toThrow('broken for a test');
    await pool.query('DROP TRIGGER break_it ON run');
    expect(await readMessages(context, campaign.projectId)).toEqual([]);
    expect(await propertiesOf(campaign)).toEqual([]);
    expect(await readJobs(context, 'dispatch')).toEqual([]);
    expect(await runOf(campaign, runId)).toMatchObject({ status: 'active', walked: 0 });
    for (const job of jobs) await walkEnrolments(context, job);
    expect(await runOf(campaign, runId)).toMatchObject({ status: 'finished', walked: 2 });
    await takeJobs(context, 'dispatch');
  });

  it('ends the run only with its last one', async () => {
    const { campaign, runId, jobs } = await begin({
      document: createDocument(),
      customers: manyCustomers(1_001),
    });
    const [first, second] = jobs.toSorted((a, b) => b.enrolmentIds.length - a.enrolmentIds.length);
    if (!first || !second) throw new Error('two walk jobs were expected');
    await walkEnrolments(context, first);
    expect(await runOf(campaign, runId)).toMatchObject({ status: 'active', walked: 1_000, finishedAt: null });
    await walkEnrolments(context, second);
    expect(await runOf(campaign, runId)).toMatchObject({ status: 'finished', walked: 1_001 });
    await takeJobs(context, 'dispatch');
  });
});

const everyFate: readonly [type: string, customer: TestCustomer, message: RegExp][] = [
  ['no_phone', { phone: null }, /no phone/],
  ['no_phone', { phone: '  ', e164: null }, /no phone/],
  ['invalid_phone', { phone: 'n/a', e164: null }, /n\/a/],
  ['us_not_enabled', { phone: '+12125550123', isUs: true }, /US/],
  ['invalid_contact', { isUnusable: true }, /unreachable/],
  ['template_error', { attributes: { first_name: 'Ann', age: 'x' } }, /cannot be rendered/],
  ['empty_message', { attributes: { first_name: '' } }, /Nothing is left/],
  ['message_too_long', { attributes: { first_name: 'x'.repeat(161) } }, /161 .*160/],
];

describe('campaign events', () => {
  const message = '{{ customer.first_name }}{% if customer.age %}{{ customer.age|int + [] }}{% endif %}';

  it('say what was enqueued', async () => {
    const { campaign } = await walkAll({
      document: createDocument({
        versions: [{ language: 'en', message: 'Ahoj {{ customer.first_name }} 😀' }],
      }),
      customers: [{ attributes: { first_name: 'Jana' }, phone: '+447700900001' }],
    });
    const [event] = await readCampaignEvents(context, campaign.projectId);
    const [sent] = await readMessages(context, campaign.projectId);
    expect(event?.customerId).toBe(campaign.customerIds[0]);
    expect(event?.properties).toEqual({
      action_type: 'sms',
      status: 'enqueued',
      campaign_id: campaign.scenarioId,
      campaign_name: 'Sale',
      action_id: 2,
      action_name: 'SMS',
      consent_category: 'general',
      recipient: '+447700900001',
      sender: 'Curlew',
      language: 'en',
      message: 'Ahoj Jana 😀',
      message_parts: 1,
      encoding: 'UCS-2',
      provider: 'sinch',
      message_id: sent?.id,
    });
    await takeJobs(context, 'dispatch');
  });

  it.each(everyFate)('say why not: %s', async (type, customer, words) => {
    const { campaign, runId } = await walkAll({
      document: createDocument({ versions: [{ language: 'en', message }] }),
      customers: [customer],
    });
    const events = await propertiesOf(campaign);
    const status = events[0]?.['status'];
    expect(events).toEqual([
      expect.objectContaining({
        action_type: 'sms',
        status: expect.stringMatching(/^(suppressed|enqueue_failed)$/),
        type,
        message: expect.stringMatching(words),
        campaign_id: campaign.scenarioId,
        action_id: 2,
      }),
    ]);
    expect(await readMessages(context, campaign.projectId)).toEqual([]);
    expect(await readJobs(context, 'dispatch')).toEqual([]);
    const run = await runOf(campaign, runId);
    expect(run.refusals).toEqual([{ nodeId: 'sms-1', status, type, count: 1 }]);
    expect(run).toMatchObject({ status: 'finished', walked: 1 });
  });

  it('name length and limit of a message that is too long', async () => {
    const { campaign } = await walkAll({
      document: createDocument({ versions: [{ language: 'en', message }], maximumParts: 2 }),
      customers: [{ attributes: { first_name: 'x'.repeat(307) } }],
    });
    expect(await propertiesOf(campaign)).toEqual([
      expect.objectContaining({
        status: 'enqueue_failed',
        type: 'message_too_long',
        message: expect.stringMatching(/307 .*3 parts.*2 parts.*306/),
        language: 'en',
      }),
    ]);
  });

  it('are counted exactly, by fate', async () => {
    const fates = everyFate.flatMap(([, customer], index) => Array<TestCustomer>(index + 1).fill(customer));
    const customers = [...fates, ...manyCustomers(1_000)];
    const { campaign, runId } = await walkAll({
      document: createDocument({ versions: [{ language: 'en', message }] }),
      customers,
    });
    const run = await runOf(campaign, runId);
    expect(run.nodes.find(({ nodeId }) => nodeId === 'sms-1')).toMatchObject({
      entered: 1_036,
      left: 1_036,
      enqueued: 1_000,
      suppressed: 15,
      enqueueFailed: 21,
    });
    expect(Object.fromEntries(run.refusals.map(({ type, count }) => [type, count]))).toEqual({
      no_phone: 3,
      invalid_phone: 3,
      us_not_enabled: 4,
      invalid_contact: 5,
      template_error: 6,
      empty_message: 7,
      message_too_long: 8,
    });
    expect(await propertiesOf(campaign)).toHaveLength(1_036);
    await takeJobs(context, 'dispatch');
  });
});

describe('consent', () => {
  it('asks for the category of the node, granted and still valid', async () => {
    const campaign = await createTestCampaign(context, {
      document: ({ marketingId }) => createDocument({ consentCategoryId: marketingId }),
      customers: manyCustomers(4),
    });
    const [granted, revoked, lapsed] = campaign.customerIds;
    await context.database.pool.query(
      `INSERT INTO consent (customer_id, category_id, project_id, is_granted, valid_until, source, since, event_id)
       SELECT c.id, $1, $2, c.granted, c.until, 'test', now(), c.id
       FROM unnest($3::uuid[], $4::boolean[], $5::timestamptz[]) AS c(id, granted, until)`,
      [
        campaign.marketingId,
        campaign.projectId,
        [granted, revoked, lapsed],
        [true, false, true],
        [null, null, '2020-01-01T00:00:00Z'],
      ],
    );
    await startScenario(context, campaign.start);
    for (const job of await takeJobs(context, 'walk')) await walkEnrolments(context, job);
    const messages = await readMessages(context, campaign.projectId);
    expect(messages.map(({ customerId }) => customerId)).toEqual([granted]);
    const events = await propertiesOf(campaign);
    expect(events.filter(({ type }) => type === 'consent')).toHaveLength(3);
    expect(new Set(events.map((event) => event['consent_category']))).toEqual(
      new Set([campaign.marketingId]),
    );
    await takeJobs(context, 'dispatch');
  });
});

describe('what a template makes of customer data', () => {
  it.each([
    ['half a character', String.raw`{{ "\ud83d" }}`, 'x'],
    ['the first half of a name', '{{ customer.first_name[:1] }}', '😀'],
    ['a NUL', String.raw`a{{ "\0" }}{{ "\x00" }}{{ "\u0000" }}b`, 'x'],
  ])('may hold %s and still be stored', async (_, message, first_name) => {
    const { campaign, runId } = await walkAll({
      document: createDocument({ versions: [{ language: 'en', message }] }),
      customers: [{ attributes: { first_name } }, { attributes: { first_name: 'Ann' } }],
    });
    expect(await runOf(campaign, runId)).toMatchObject({ status: 'finished', walked: 2 });
    expect(await propertiesOf(campaign)).toHaveLength(2);
    await takeJobs(context, 'dispatch');
  });

  it('may be no sender, which is refused', async () => {
    const { campaign, runId } = await walkAll({
      document: createDocument({ sender: String.raw`Shop{{ "\ud83d" }}` }),
      customers: [{ attributes: { first_name: '😀' } }],
    });
    expect(await runOf(campaign, runId)).toMatchObject({ status: 'finished' });
    expect(await propertiesOf(campaign)).toEqual([expect.objectContaining({ type: 'invalid_sender' })]);
  });
});
