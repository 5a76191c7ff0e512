import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { TestCampaign } from '../../testing/create-test-campaign.ts';
import { openReceiptsGround, type ReceiptsGround } from '../../testing/open-receipts-ground.ts';

let ground: ReceiptsGround;

beforeAll(async () => {
  ground = await openReceiptsGround();
  ground.acceptAll();
});
afterAll(() => ground.stop());

const circuit = async ({ integrationId }: TestCampaign) => {
  const { rows } = await ground.context.database.pool.query(
    'SELECT failures, trouble, held_until > now() AS held FROM integration WHERE id = $1',
    [integrationId],
  );
  return rows[0] as unknown;
};

const refuse = async (campaign: TestCampaign, places: readonly number[], code = 413): Promise<void> => {
  const { to } = ground.lastCall();
  for (const place of places)
    await ground.post(
      campaign.integrationId,
      ground.report({ recipient: to[place]?.replace('+', ''), status: 'Aborted', code }),
    );
  await ground.apply(campaign);
};

it('an operator whose reports say that the account is out of credit is left alone, once for all that came together', async () => {
  const campaign = await ground.send(4);
  const warn = vi.spyOn(ground.context.log, 'warn');
  await refuse(campaign, [0, 1, 2]);
  expect(await ground.statuses(campaign)).toEqual({ failed: 3, sent: 1 });
  const trouble = 'the account is blocked or out of credit';
  expect(await circuit(campaign)).toEqual({ failures: 1, trouble, held: true });
  expect(warn).toHaveBeenCalledTimes(1);
  warn.mockRestore();
  await refuse(campaign, [3]);
  expect(await circuit(campaign)).toMatchObject({ failures: 2, held: true });
});

it('what was told before does not make it be left alone again', async () => {
  const campaign = await ground.send(1);
  await refuse(campaign, [0]);
  await ground.context.database.pool.query(
    'UPDATE integration SET failures = 0, trouble = NULL, trouble_since = NULL, held_until = NULL WHERE id = $1',
    [campaign.integrationId],
  );
  await refuse(campaign, [0]);
  expect(await circuit(campaign)).toEqual({ failures: 0, trouble: null, held: null });
});

it('what is wrong with one message is not wrong with the account', async () => {
  const campaign = await ground.send(1);
  await refuse(campaign, [0], 402);
  expect(await circuit(campaign)).toEqual({ failures: 0, trouble: null, held: null });
});
