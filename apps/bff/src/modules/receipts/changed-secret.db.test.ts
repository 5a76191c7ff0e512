import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { TestCampaign } from '../../testing/create-test-campaign.ts';
import { openOperatorGround, type OperatorGround } from '../../testing/open-operator-ground.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { secretPurpose } from '../integrations/secret-purpose.ts';

const secretOf = (fill: number): string => `whsec_${Buffer.alloc(32, fill).toString('base64')}`;
const signing = secretOf(1);
const before = secretOf(2);
const later = secretOf(3);

let ground: OperatorGround;
let campaign: TestCampaign;

beforeAll(async () => {
  ground = await openOperatorGround();
});
beforeEach(async () => {
  campaign = await ground.enqueue({
    provider: 'webhook',
    settings: { url: `${ground.operatorUrl}/sms` },
    secrets: { signing: [signing], callback: [before] },
  });
  ground.context.metrics.callbacks.reset();
});
afterAll(async () => {
  await takeJobs(ground.context, 'dispatch');
  await ground.stop();
});

const incoming = { type: 'sms.received', data: { id: 'x', from: '+447700900000', to: '1', text: 'Yes' } };

const call = async (secret: string, id: string): Promise<number> => {
  const body = JSON.stringify(incoming);
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64');
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
  return (await fetch(ground.addressOf(campaign.integrationId), { method: 'POST', headers, body })).status;
};

/** As another process does it: this one hears of nothing. */
const changeSecret = async (callback: string): Promise<void> => {
  const { database, secretBox } = ground.context;
  const id = campaign.integrationId;
  const secrets = secretBox.seal(
    JSON.stringify({ signing: [signing], callback: [callback] }),
    secretPurpose(id),
  );
  await database.pool.query('UPDATE integration SET secrets = $2 WHERE id = $1', [id, Buffer.from(secrets)]);
};

it('a genuine call is not refused for what was known a moment before, whichever process changed it', async () => {
  expect(await call(before, 'a')).toBe(200);
  await changeSecret(later);
  expect(await Promise.all([call(later, 'b'), call(later, 'c')])).toEqual([200, 200]);
});

it('also where a forged one has just made it be read', async () => {
  expect(await call(signing, 'a')).toBe(403);
  await changeSecret(later);
  expect(await call(later, 'b')).toBe(200);
});

it('the secret of before holds for a second at most', async () => {
  expect(await call(before, 'a')).toBe(200);
  await changeSecret(later);
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  expect(await call(before, 'b')).toBe(403);
});

it('forged calls make it be read once a second, however many there are', async () => {
  const start = performance.now();
  expect(await call(before, 'a')).toBe(200);
  const query = vi.spyOn(ground.context.database.pool, 'query');
  const reads = () => query.mock.calls.filter(([text]) => text.includes('FROM integration WHERE id')).length;
  const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => call(signing, `f${index}`)));
  expect(new Set(answers)).toEqual(new Set([403]));
  expect(reads()).toBeGreaterThan(0);
  expect(reads()).toBeLessThanOrEqual((performance.now() - start) / 1_000);
  query.mockRestore();
});

it('a call to one that was deleted meanwhile is a stranger', async () => {
  expect(await call(before, 'a')).toBe(200);
  await ground.context.database.pool.query('DELETE FROM integration WHERE id = $1', [campaign.integrationId]);
  expect(await call(signing, 'b')).toBe(404);
});
