import { afterEach, expect, it } from 'vitest';
import { createDocument, createSmsNode } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { createTestCampaign, type TestCampaign } from '../../testing/create-test-campaign.ts';
import type { FakeOperator } from '../../testing/fake-operator.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { readCampaignEvents, readMessages } from '../../testing/read-campaign.ts';
import { dispatch } from '../messages/dispatch.ts';
import { reconcile } from '../messages/reconcile.ts';
import { forecastStart } from '../runs/forecast.ts';
import { describeLatestRun } from '../runs/progress.ts';
import { listTests, sendTest } from './service.ts';
import { withFakeOperator } from '../../testing/with-fake-operator.ts';

let context: AppContext;
let operator: FakeOperator;

withFakeOperator((ground) => {
  ({ context, operator } = ground);
});
afterEach(() => takeJobs(context, 'urgentDispatch'));

const message = 'Hi {{ customer.first_name }}, {{ event.total }}';
// Asks for a consent that nobody gave: a test goes out all the same.
const nodeOf = ({ marketingId }: TestCampaign, text = message) =>
  createSmsNode({ consentCategoryId: marketingId, versions: [{ language: 'en', message: text }] });

const createCampaign = (): Promise<TestCampaign> =>
  createTestCampaign(context, {
    operatorUrl: operator.url,
    document: createDocument(),
    customers: [
      { attributes: { first_name: 'Jana' }, phone: null, e164: null },
      { attributes: { first_name: 'Gone' }, e164: '+447700900666', isUnusable: true },
    ],
  });

const askOf = (campaign: TestCampaign) => {
  const { projectId, scenarioId, userId, customerIds } = campaign;
  const event = { type: 'purchase', timestamp: '2026-11-22T08:00:00Z', properties: { total: 12 } };
  const node = nodeOf(campaign);
  const [customerId = ''] = customerIds;
  return {
    projectId,
    scenarioId,
    userId,
    key: newId(),
    node,
    customerId,
    event,
    numbers: ['+44 7700 900123', '00447700900124'],
  };
};

const dispatchAll = async (): Promise<void> => {
  for (const job of await takeJobs(context, 'urgentDispatch')) await dispatch(context, job);
};

it('sends what the customer would read to typed numbers, through the operator, and says in events that it is a test', async () => {
  const campaign = await createCampaign();
  const ask = askOf(campaign);
  expect(await sendTest(context, ask)).toMatchObject({
    nodeId: 'sms-1',
    customer: { id: ask.customerId, name: 'Jana' },
    refusal: null,
    messages: [
      { recipient: '+447700900123', status: 'enqueued' },
      { recipient: '+447700900124', status: 'enqueued' },
    ],
  });
  await dispatchAll();
  expect(operator.calls).toMatchObject([
    { from: 'Curlew', to: ['+447700900123', '+447700900124'], body: 'Hi Jana, 12' },
  ]);
  const { items } = await listTests(context, campaign);
  expect(items).toMatchObject([{ messages: [{ status: 'sent' }, { status: 'sent' }] }]);
  const events = await readCampaignEvents(context, campaign.projectId);
  expect(events.map(({ properties }) => properties['status'])).toEqual([
    'enqueued',
    'enqueued',
    'sent',
    'sent',
  ]);
  for (const { customerId, properties } of events) {
    expect(customerId).toBe(ask.customerId);
    expect(properties).toMatchObject({
      is_test: true,
      campaign_name: 'Sale',
      action_id: 2,
      provider: 'sinch',
    });
  }
  expect(await describeLatestRun(context, campaign)).toBeNull();
});

it('the same press sends once, however often and however much at once it comes', async () => {
  const campaign = await createCampaign();
  const ask = askOf(campaign);
  const tests = await Promise.all([sendTest(context, ask), sendTest(context, ask), sendTest(context, ask)]);
  await dispatchAll();
  tests.push(await sendTest(context, ask));
  expect(new Set(tests.map(({ id }) => id)).size).toBe(1);
  await dispatchAll();
  expect(operator.calls.flatMap(({ to }) => to)).toHaveLength(2);
  await sendTest(context, { ...ask, key: newId() });
  await dispatchAll();
  expect(operator.calls.flatMap(({ to }) => to)).toHaveLength(4);
});

it('a test that waits for an operator that is left alone says so, and so does the question before a start', async () => {
  const campaign = await createCampaign();
  const told = async () => (await listTests(context, campaign)).items[0]?.trouble;
  await sendTest(context, askOf(campaign));
  expect(await told()).toBeNull();
  expect((await forecastStart(context, campaign.start)).troubles).toEqual([]);
  const until = new Date(context.now().getTime() + 60_000);
  await context.database.pool.query(
    `UPDATE integration SET held_until = $2, trouble = 'no such token', trouble_since = now() WHERE project_id = $1`,
    [campaign.projectId, until],
  );
  const trouble = { error: 'no such token', until: until.toISOString(), through: null };
  expect(await told()).toMatchObject(trouble);
  expect((await forecastStart(context, campaign.start)).troubles).toMatchObject([trouble]);
  await context.database.pool.query('UPDATE integration SET held_until = NULL WHERE project_id = $1', [
    campaign.projectId,
  ]);
  await dispatchAll();
  expect(await told()).toBeNull();
});

it('a test that got no answer is never sent again, and a person is told', async () => {
  const campaign = await createCampaign();
  operator.answer(() => 'break');
  await sendTest(context, { ...askOf(campaign), numbers: ['+447700900123'] });
  await dispatchAll();
  await context.database.pool.query(
    `UPDATE send_batch SET created_at = now() - interval '10 minutes' WHERE project_id = $1`,
    [campaign.projectId],
  );
  await reconcile(context);
  await dispatchAll();
  expect(operator.calls).toHaveLength(1);
  const { items } = await listTests(context, campaign);
  expect(items).toMatchObject([
    { messages: [{ status: 'unknown', error: expect.stringContaining('No answer') }] },
  ]);
});

it('a test that waits too long for its operator is not sent any more, as no message would be', async () => {
  const campaign = await createCampaign();
  const ask = askOf(campaign);
  const expiry = { of: 'own', value: { amount: 5, unit: 'minutes' } } as const;
  const node = { ...ask.node, settings: { ...ask.node.settings, expiry } };
  await sendTest(context, { ...ask, node, numbers: ['+447700900123'] });
  const { rowCount } = await context.database.pool.query(
    `UPDATE message SET expires_at = expires_at - interval '5 minutes' WHERE project_id = $1 AND expires_at IS NOT NULL`,
    [campaign.projectId],
  );
  expect(rowCount).toBe(1);
  await dispatchAll();
  expect(operator.calls).toEqual([]);
  const { items } = await listTests(context, campaign);
  expect(items).toMatchObject([{ messages: [{ status: 'expired' }] }]);
});

it('what the operator refuses is shown in its words', async () => {
  const campaign = await createCampaign();
  operator.answer(() => ({ status: 403, body: { code: 'illegal_number_type', text: 'Not to this number' } }));
  await sendTest(context, { ...askOf(campaign), numbers: ['+447700900123'] });
  await dispatchAll();
  const { items } = await listTests(context, campaign);
  const told = { statusCode: 'illegal_number_type', error: expect.stringContaining('Not to this number') };
  expect(items).toMatchObject([{ messages: [{ status: 'rejected', ...told }] }]);
});

it.each<[string, string[], { path: string; message: unknown }[]]>([
  [
    'no number',
    ['+447700900123', 'mum'],
    [{ path: 'numbers.1', message: expect.stringContaining('not a phone') }],
  ],
  [
    'no country',
    ['07700 900123'],
    [{ path: 'numbers.0', message: expect.stringContaining('Which country') }],
  ],
  ['the US', ['+14155550100'], [{ path: 'numbers.0', message: expect.stringContaining('US') }]],
  [
    'one twice',
    ['+447700900123', '00447700900123'],
    [{ path: 'numbers.1', message: expect.stringContaining('already') }],
  ],
  [
    'one marked unreachable',
    ['+447700900666'],
    [{ path: 'numbers.0', message: expect.stringContaining('unreachable') }],
  ],
])('sends nothing while a number is wrong: %s', async (_, numbers, fields) => {
  const campaign = await createCampaign();
  const sending = sendTest(context, { ...askOf(campaign), numbers });
  await expect(sending).rejects.toMatchObject({ code: 'bad_request', details: { fields } });
  expect(await readMessages(context, campaign.projectId)).toEqual([]);
  expect(await readCampaignEvents(context, campaign.projectId)).toEqual([]);
});

it('a message that would not be sent is none in a test either, and the reason is kept', async () => {
  const campaign = await createCampaign();
  const node = nodeOf(campaign, 'x'.repeat(161));
  const ask = { ...askOf(campaign), node };
  const first = await sendTest(context, ask);
  expect(first).toMatchObject({
    refusal: { type: 'message_too_long', message: expect.stringContaining('161') },
    messages: [{ status: 'refused' }, { status: 'refused' }],
  });
  expect(await sendTest(context, ask)).toEqual(first);
  const events = await readCampaignEvents(context, campaign.projectId);
  expect(
    events.map(({ properties }) => [properties['status'], properties['type'], properties['is_test']]),
  ).toEqual([
    ['enqueue_failed', 'message_too_long', true],
    ['enqueue_failed', 'message_too_long', true],
  ]);
  expect(await takeJobs(context, 'urgentDispatch')).toEqual([]);
});

it('tests go to thirty numbers a minute at most', async () => {
  const campaign = await createCampaign();
  const numbers = Array.from({ length: 10 }, (_, index) => `+4477009001${index}0`);
  for (let round = 0; round < 3; round += 1) await sendTest(context, { ...askOf(campaign), numbers });
  const sending = sendTest(context, askOf(campaign));
  await expect(sending).rejects.toMatchObject({ code: 'too_many_requests' });
  expect(await readMessages(context, campaign.projectId)).toHaveLength(30);
});

it('is in the log, without the middle of the numbers', async () => {
  const campaign = await createCampaign();
  const ask = askOf(campaign);
  await sendTest(context, ask);
  const { rows } = await context.database.pool.query<{ detail: unknown; userId: string }>(
    `SELECT detail, user_id AS "userId" FROM audit_entry WHERE project_id = $1 AND action = 'test.send'`,
    [campaign.projectId],
  );
  const numbers = ['+4477…23', '+4477…24'];
  const detail = { nodeId: 'sms-1', customerId: ask.customerId, numbers, refusal: null };
  expect(rows).toEqual([{ userId: campaign.userId, detail }]);
});

it('knows scenarios, customers and integrations of its own project only', async () => {
  const [own, other] = [await createCampaign(), await createCampaign()];
  const ask = askOf(own);
  const { integrationId } = other;
  const settings = { ...ask.node.settings, integrationId };
  for (const wrong of [
    { scenarioId: other.scenarioId },
    { customerId: other.customerIds[0] ?? '' },
    { node: { ...ask.node, settings } },
  ])
    await expect(sendTest(context, { ...ask, ...wrong })).rejects.toMatchObject({
      code: expect.stringMatching(/not_found|bad_request/),
    });
  await expect(
    listTests(context, { projectId: own.projectId, scenarioId: other.scenarioId }),
  ).rejects.toMatchObject({ code: 'not_found' });
  expect(await readMessages(context, own.projectId)).toEqual([]);
});
