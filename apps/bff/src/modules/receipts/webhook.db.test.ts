import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProviderConnection } from '@curlew/providers';
import type { TestCampaign } from '../../testing/create-test-campaign.ts';
import { openOperatorGround, type OperatorGround, type RawCall } from '../../testing/open-operator-ground.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { readCampaignEvents, readMessages } from '../../testing/read-campaign.ts';

const signing = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const callback = `whsec_${Buffer.alloc(32, 2).toString('base64')}`;

let ground: OperatorGround;
let connection: ProviderConnection;

interface SmsSend {
  readonly type: string;
  readonly data: { readonly id: string; readonly to: string; readonly callbackUrl: string };
}
const sendOf = ({ body }: RawCall): SmsSend => JSON.parse(body) as SmsSend;
const takeAll = (call: RawCall) => ({ status: 202, body: { id: sendOf(call).data.id } });

beforeAll(async () => {
  ground = await openOperatorGround();
  connection = {
    provider: 'webhook',
    settings: { url: `${ground.operatorUrl}/sms` },
    secrets: { signing: [signing], callback: [callback] },
  };
});
beforeEach(() => ground.answer(takeAll));
afterEach(() => takeJobs(ground.context, 'dispatch'));
afterAll(() => ground.stop());

/** A signature as any library of Standard Webhooks makes it. */
const signatureOf = (secret: string, signed: string): string =>
  `v1,${createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
    .update(signed)
    .digest('base64')}`;

const tell = async (
  { integrationId }: TestCampaign,
  body: unknown,
  { secret = callback, id = 'call-1', at = Math.floor(Date.now() / 1000) } = {},
) => {
  const text = JSON.stringify(body);
  const answer = await fetch(ground.addressOf(integrationId), {
    method: 'POST',
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(at),
      'webhook-signature': signatureOf(secret, `${id}.${at}.${text}`),
    },
    body: text,
  });
  return answer.status;
};

const statusOf = (id: string, data: object) => ({
  type: 'sms.status',
  timestamp: new Date().toISOString(),
  data: { id, ...data },
});

const idsOf = async ({ projectId }: TestCampaign) =>
  (await readMessages(ground.context, projectId)).map(({ id }) => id);

describe('a campaign through a webhook', () => {
  it('is posted message by message, signed, and its statuses find them', async () => {
    const campaign = await ground.enqueue(connection, 3);
    const before = ground.calls.length;
    await ground.dispatchAll();
    const calls = ground.calls.slice(before);
    const ids = await idsOf(campaign);
    expect(calls.map(({ headers }) => String(headers['webhook-id'])).toSorted()).toEqual(ids.toSorted());
    for (const { path, headers, body } of calls) {
      expect(path).toBe('POST /sms');
      const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
      expect(headers['webhook-signature']).toBe(signatureOf(signing, signed));
    }
    const [call] = calls;
    expect(call && sendOf(call)).toMatchObject({
      type: 'sms.send',
      data: { callbackUrl: expect.stringContaining(`/hooks/${campaign.integrationId}/`) },
    });
    expect(await ground.statuses(campaign)).toEqual({ sent: 3 });
    const [first = '', second = '', third = ''] = ids;
    expect(await tell(campaign, statusOf(first, { status: 'delivered' }))).toBe(200);
    const why = { status: 'failed', errorCode: 'E7', errorText: 'No such phone' };
    expect(await tell(campaign, statusOf(second, why))).toBe(200);
    expect(await tell(campaign, statusOf(third, { status: 'queued' }))).toBe(200);
    await ground.apply(campaign);
    expect(await ground.statuses(campaign)).toEqual({ delivered: 1, failed: 1, sent: 1 });
    const events = await readCampaignEvents(ground.context, campaign.projectId);
    expect(events.find(({ properties }) => properties['status'] === 'failed')?.properties).toMatchObject({
      provider: 'webhook',
      status_code: 'E7',
      error: 'No such phone',
    });
  });

  it('that comes again after 503 keeps its id, and one that was known already is sent', async () => {
    const campaign = await ground.enqueue(connection);
    const before = ground.calls.length;
    ground.answer(() => ({ status: 503, headers: { 'retry-after': '0' } }));
    await ground.dispatchAll();
    expect(await ground.statuses(campaign)).toEqual({ enqueued: 1 });
    ground.answer((call) => ({ ...takeAll(call), status: 409 }));
    await ground.dispatchAll();
    const ids = ground.calls.slice(before).map(({ headers }) => headers['webhook-id']);
    expect(ids).toEqual([ids[0], ids[0]]);
    expect(await ground.statuses(campaign)).toEqual({ sent: 1 });
  });

  it('whose answer was lost is not posted again, and its status settles it', async () => {
    const campaign = await ground.enqueue(connection);
    const before = ground.calls.length;
    ground.answer(() => 'break');
    await ground.dispatchAll();
    await ground.dispatchAll();
    expect(ground.calls).toHaveLength(before + 1);
    expect(await ground.statuses(campaign)).toEqual({ sending: 1 });
    const [id = ''] = await idsOf(campaign);
    expect(await tell(campaign, statusOf(id, { status: 'sent' }))).toBe(200);
    await ground.apply(campaign);
    expect(await ground.statuses(campaign)).toEqual({ sent: 1 });
  });

  it('to a private network that is not allowed waits, and nothing is called', async () => {
    const before = ground.calls.length;
    const inside = ground.operatorUrl.replace('127.0.0.1', '127.0.0.2');
    const campaign = await ground.enqueue({ ...connection, settings: { url: inside } } as ProviderConnection);
    await ground.dispatchAll();
    expect(await ground.statuses(campaign)).toEqual({ enqueued: 1 });
    expect(ground.calls).toHaveLength(before);
  });
});

describe('a call of a receiver', () => {
  it.each([
    ['signed with the secret that we sign with', { secret: signing }, 403],
    ['of ten minutes ago', { at: Math.floor(Date.now() / 1000) - 600 }, 503],
    ['that is genuine', {}, 200],
  ])('%s is answered as it should be', async (_, how, status) => {
    const campaign = await ground.enqueue(connection);
    await ground.dispatchAll();
    const [id = ''] = await idsOf(campaign);
    expect(await tell(campaign, statusOf(id, { status: 'delivered' }), how)).toBe(status);
    await ground.apply(campaign);
    expect(await ground.statuses(campaign)).toEqual(status === 200 ? { delivered: 1 } : { sent: 1 });
  });

  it.each([
    [
      'of a text that came in',
      { type: 'sms.received', data: { id: 'a', from: '+44', to: '1', text: 'hi' } },
      200,
    ],
    ['of a type that is new', { type: 'sms.opened', data: {} }, 400],
    ['without a type', {}, 400],
  ])('%s changes nothing', async (_, body, status) => {
    const campaign = await ground.enqueue(connection);
    await ground.dispatchAll();
    expect(await tell(campaign, body)).toBe(status);
    await ground.apply(campaign);
    expect(await ground.statuses(campaign)).toEqual({ sent: 1 });
  });

  it('by a query is not there', async () => {
    const campaign = await ground.enqueue(connection);
    expect((await fetch(`${ground.addressOf(campaign.integrationId)}?type=sms.status`)).status).toBe(404);
  });
});
