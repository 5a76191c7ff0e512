import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { TestCampaign } from '../../testing/create-test-campaign.ts';
import { openOperatorGround, type OperatorGround } from '../../testing/open-operator-ground.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { readCampaignEvents, readMessages } from '../../testing/read-campaign.ts';

const signing = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const callback = `whsec_${Buffer.alloc(32, 2).toString('base64')}`;

let ground: OperatorGround;
let campaign: TestCampaign;
let messageId: string;

beforeAll(async () => {
  ground = await openOperatorGround();
  ground.answer(({ headers }) => ({ status: 202, body: { id: headers['webhook-id'] } }));
});
beforeEach(async () => {
  campaign = await ground.enqueue({
    provider: 'webhook',
    settings: { url: `${ground.operatorUrl}/sms` },
    secrets: { signing: [signing], callback: [callback] },
  });
  await ground.dispatchAll();
  [{ id: messageId } = { id: '' }] = await readMessages(ground.context, campaign.projectId);
  ground.context.metrics.callbacks.reset();
});
afterAll(async () => {
  await takeJobs(ground.context, 'dispatch');
  await ground.stop();
});

const call = (body: unknown, { secret = callback, id = 'call-1' } = {}) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
    .update(`${id}.${timestamp}.${text}`)
    .digest('base64');
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
  return { method: 'POST', headers, body: text };
};

const post = async (init: RequestInit, address = ground.addressOf(campaign.integrationId)) =>
  (await fetch(address, init)).status;

const counted = async () =>
  (await ground.context.metrics.callbacks.get()).values.map(({ labels, value }) => ({ ...labels, value }));

const stored = async (): Promise<number> => {
  const { rows } = await ground.context.database.pool.query<{ stored: number }>(
    'SELECT count(*)::int AS stored FROM receipt WHERE project_id = $1',
    [campaign.projectId],
  );
  return rows[0]?.stored ?? 0;
};

const delivered = () => ({ type: 'sms.status', data: { id: messageId, status: 'delivered' } });

it('a genuine call that is played back is answered alike, changes nothing, and is counted', async () => {
  const text = { type: 'sms.received', data: { id: 'x', from: '+447700900000', to: '1', text: 'Yes' } };
  const calls = [call(delivered()), call(text, { id: 'call-2' })];
  for (const init of [...calls, ...calls, ...calls]) expect(await post(init)).toBe(200);
  expect(await stored()).toBe(2);
  await ground.apply(campaign);
  for (const init of calls) expect(await post(init)).toBe(200);
  await ground.apply(campaign);
  const events = await readCampaignEvents(ground.context, campaign.projectId);
  expect(events.map(({ properties }) => String(properties['status'])).toSorted()).toEqual([
    'delivered',
    'enqueued',
    'incoming_message',
    'sent',
  ]);
  expect(await counted()).toEqual([
    { answer: 200, verdict: 'taken', value: 2 },
    { answer: 200, verdict: 'replayed', value: 6 },
  ]);
});

it('a call that could not be stored is no replay when it comes again', async () => {
  const { pool } = ground.context.database;
  await pool.query(`CREATE OR REPLACE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'broken for a test'; END $$`);
  await pool.query('CREATE TRIGGER break_it BEFORE INSERT ON receipt EXECUTE FUNCTION break_it()');
  const init = call(delivered());
  expect(await post(init)).toBe(500);
  await pool.query('DROP TRIGGER break_it ON receipt');
  expect(await post(init)).toBe(200);
  await ground.apply(campaign);
  expect(await ground.statuses(campaign)).toEqual({ delivered: 1 });
});

it.each([
  ['forged', () => call(delivered(), { secret: signing }), 403],
  ['forged', () => ({ method: 'POST', body: JSON.stringify(delivered()) }), 403],
  ['malformed', () => call('{"type":'), 400],
  ['malformed', () => call({ ...delivered(), extra: 'x'.repeat(300_000) }), 413],
])('a call that is %s changes nothing, and is counted (%#)', async (verdict, make, answer) => {
  expect(await post(make())).toBe(answer);
  await ground.apply(campaign);
  expect(await stored()).toBe(0);
  expect(await ground.statuses(campaign)).toEqual({ sent: 1 });
  expect(await counted()).toEqual([{ answer, verdict, value: 1 }]);
});

it('a stranger is counted', async () => {
  expect(await post(call(delivered()), `${ground.addressOf(campaign.integrationId)}x`)).toBe(404);
  expect(await counted()).toEqual([{ answer: 404, verdict: 'stranger', value: 1 }]);
});

it.each(['HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
  'a call by %s says nothing: it is refused, and counted',
  async (method) => {
    const body = method === 'HEAD' ? {} : { body: JSON.stringify(delivered()) };
    expect(await post({ method, ...body })).toBe(404);
    expect(await stored()).toBe(0);
    expect(await counted()).toEqual([{ answer: 404, verdict: 'stranger', value: 1 }]);
  },
);

it.each([
  ['/x', 404, 'stranger'],
  ['/%ff', 400, 'malformed'],
] as const)('a call to an address that nobody has, %s, is counted', async (rest, answer, verdict) => {
  const address = ground.addressOf(campaign.integrationId).replace(/\/[^/]+$/, rest);
  expect(await post(call(delivered()), address)).toBe(answer);
  expect(await counted()).toEqual([{ answer, verdict, value: 1 }]);
});
