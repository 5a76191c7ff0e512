import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ProviderConnection } from '@curlew/providers';
import { openOperatorGround, type OperatorGround } from '../../testing/open-operator-ground.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { readMessages } from '../../testing/read-campaign.ts';

const signing = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const callback = `whsec_${Buffer.alloc(32, 2).toString('base64')}`;
const sinchSecret = 'secret-of-sinch';

let ground: OperatorGround;

beforeAll(async () => {
  ground = await openOperatorGround();
  ground.answer(({ headers, body }) =>
    'webhook-id' in headers
      ? { status: 202, body: { id: headers['webhook-id'] } }
      : {
          status: 201,
          body: {
            id: 'b-1',
            client_reference: (JSON.parse(body) as Record<string, string>).client_reference,
          },
        },
  );
});
afterEach(() => takeJobs(ground.context, 'dispatch'));
afterAll(() => ground.stop());

interface Told {
  readonly messageId: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly isForged?: boolean;
}

const sign = (key: string | Buffer, ...parts: readonly string[]): string =>
  createHmac('sha256', key).update(parts.join('.')).digest('base64');

interface Operator {
  readonly connection: () => ProviderConnection;
  readonly report: (told: Told) => RequestInit;
}

const sinch: Operator = {
  connection: () => ({
    provider: 'sinch',
    settings: { servicePlanId: 'plan', baseUrl: ground.operatorUrl },
    secrets: { apiToken: 'token', callbackSecret: sinchSecret },
  }),
  report: ({ timestamp, isForged = false }) => {
    const body = JSON.stringify({
      type: 'recipient_delivery_report_sms',
      batch_id: 'b-1',
      recipient: '447700900000',
      code: 0,
      status: 'Delivered',
      at: new Date().toISOString(),
    });
    const name = 'x-sinch-webhook-signature';
    const headers = {
      [name]: sign(isForged ? 'another' : sinchSecret, body, 'nonce-1', String(timestamp)),
      [`${name}-nonce`]: 'nonce-1',
      [`${name}-timestamp`]: String(timestamp),
      [`${name}-algorithm`]: 'HmacSHA256',
    };
    return { method: 'POST', headers, body };
  },
};

const webhook: Operator = {
  connection: () => ({
    provider: 'webhook',
    settings: { url: `${ground.operatorUrl}/sms` },
    secrets: { signing: [signing], callback: [callback] },
  }),
  report: ({ messageId, timestamp, isForged = false }) => {
    const body = JSON.stringify({ type: 'sms.status', data: { id: messageId, status: 'delivered' } });
    const key = Buffer.from((isForged ? signing : callback).slice('whsec_'.length), 'base64');
    const headers = {
      'webhook-id': 'call-1',
      'webhook-timestamp': String(timestamp),
      'webhook-signature': `v1,${sign(key, 'call-1', String(timestamp), body)}`,
    };
    return { method: 'POST', headers, body };
  },
};

describe.each([
  ['Sinch', sinch],
  ['a webhook', webhook],
])('a report of %s by a clock that is six minutes off', (_, { connection, report }) => {
  const sixMinutes = 360;

  const send = async () => {
    const campaign = await ground.enqueue(connection());
    await ground.dispatchAll();
    const [message] = await readMessages(ground.context, campaign.projectId);
    const messageId = message?.id ?? '';
    const now = Math.floor(Date.now() / 1_000);
    ground.context.metrics.callbacks.reset();
    const post = async (offSeconds: number, isForged = false) => {
      const init = report({ messageId, timestamp: now + offSeconds, isForged });
      return (await fetch(ground.addressOf(campaign.integrationId), init)).status;
    };
    return { campaign, post };
  };
  const counted = async () =>
    (await ground.context.metrics.callbacks.get()).values.map(({ labels, value }) => ({ ...labels, value }));

  it.each([-sixMinutes, sixMinutes])(
    '(%i s) is asked for again, and changes nothing until then',
    async (off) => {
      const { campaign, post } = await send();
      expect(await post(off)).toBe(503);
      await ground.apply(campaign);
      expect(await ground.statuses(campaign)).toEqual({ sent: 1 });
      expect(await counted()).toEqual([{ answer: 503, verdict: 'untimely', value: 1 }]);
      expect(await post(0)).toBe(200);
      await ground.apply(campaign);
      expect(await ground.statuses(campaign)).toEqual({ delivered: 1 });
    },
  );

  it('is not asked for again when it is forged', async () => {
    const { campaign, post } = await send();
    expect(await post(-sixMinutes, true)).toBe(403);
    await ground.apply(campaign);
    expect(await ground.statuses(campaign)).toEqual({ sent: 1 });
    expect(await counted()).toEqual([{ answer: 403, verdict: 'forged', value: 1 }]);
  });
});
