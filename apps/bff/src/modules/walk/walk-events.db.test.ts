import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers, type TestCustomer } from '../../testing/add-test-customers.ts';
import { createTestCampaign, type TestCampaign } from '../../testing/create-test-campaign.ts';
import { readJobs, takeJobs } from '../../testing/queued-jobs.ts';
import { readCampaignEvents, readMessages } from '../../testing/read-campaign.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { walkScenario } from '../../testing/walk-scenario.ts';
import { describeRun } from '../runs/progress.ts';
import { startScenario } from '../runs/start.ts';
import { walkEnrolments } from './walk-job.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());

const walkAll = (options: Parameters<typeof walkScenario>[1]) => walkScenario(context, options);

const runOf = ({ projectId, scenarioId }: TestCampaign, runId: string) =>
  describeRun(context, { projectId, scenarioId, runId });

const propertiesOf = async ({ projectId }: TestCampaign) =>
  (await readCampaignEvents(context, projectId)).map(({ properties }) => properties);

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
        sender: 'Curlew',
        provider: 'sinch',
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
