import { describe, expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import type { ReceiptsGround } from '../../testing/open-receipts-ground.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { withReceiptsGround } from '../../testing/with-receipts-ground.ts';

let ground: ReceiptsGround;
let context: AppContext;

withReceiptsGround((opened) => {
  ground = opened;
  ({ context } = ground);
});

describe('a stranger', () => {
  it('without the secret of the address is answered 404', async () => {
    const campaign = await ground.send();
    const other = await ground.enqueue();
    const address = ground.addressOf(campaign.integrationId);
    const addresses = [
      `${address}x`,
      address.slice(0, -1),
      address.replace(campaign.integrationId, other.integrationId),
      address.replace(campaign.integrationId, 'nobody'),
      `${ground.origin}/hooks/${campaign.integrationId}/%00`,
      `${ground.origin}/hooks/${campaign.integrationId}/${'x'.repeat(5_000)}`,
    ];
    for (const wrong of addresses) {
      expect((await ground.post(campaign.integrationId, ground.report(), wrong)).status).toBe(404);
    }
    await ground.apply(campaign);
    expect(await ground.statuses(campaign)).toEqual({ sent: 1 });
    await takeJobs(context, 'dispatch');
  });
});

describe('a malformed call', () => {
  const deep = `{"type":"recipient_delivery_report_sms","x":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;

  it.each<[string, string | Uint8Array, number]>([
    ['nothing', '', 400],
    ['no JSON', 'hello', 400],
    ['a number', '7', 400],
    ['null', 'null', 400],
    ['half a character of UTF-8', Uint8Array.from([0x7b, 0xc3, 0x7d]), 400],
    ['deeply nested', deep, 400],
    ['huge', JSON.stringify('x'.repeat(300_000)), 413],
  ])('(%s) is refused', async (_, body, status) => {
    const campaign = await ground.enqueue();
    expect((await ground.post(campaign.integrationId, body)).status).toBe(status);
    await takeJobs(context, 'dispatch');
  });

  it('with a hundred thousand levels in what nobody reads is refused alone', async () => {
    const campaign = await ground.send();
    const deep = `,"x":${'['.repeat(90_000)}${']'.repeat(90_000)}}`;
    const [refused, taken] = await Promise.all([
      ground.post(campaign.integrationId, JSON.stringify(ground.report()).replace(/}$/, deep)),
      ground.post(campaign.integrationId, ground.report()),
    ]);
    expect([refused.status, taken.status]).toEqual([400, 200]);
    await ground.apply(campaign);
    expect(await ground.statuses(campaign)).toEqual({ delivered: 1 });
  });

  it.each([
    ['a NUL', '\0'],
    ['half a character', '\ud800'],
  ])('with %s in what nobody reads counts all the same', async (_, extra) => {
    const campaign = await ground.send();
    expect((await ground.post(campaign.integrationId, ground.report({ operator: extra }))).status).toBe(200);
    await ground.apply(campaign);
    expect(await ground.statuses(campaign)).toEqual({ delivered: 1 });
  });
});
