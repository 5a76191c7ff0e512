import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestCampaign } from '../../testing/create-test-campaign.ts';
import { openReceiptsGround, type ReceiptsGround } from '../../testing/open-receipts-ground.ts';
import { reconcile } from '../messages/reconcile.ts';

let ground: ReceiptsGround;

beforeAll(async () => {
  ground = await openReceiptsGround();
});
afterAll(() => ground.stop());

/** A campaign whose request was never answered, and of which the operator could not be asked. */
const lose = async (count: number): Promise<TestCampaign> => {
  ground.operator.answer(() => 'break');
  ground.operator.answerLookup(() => 'break');
  const campaign = await ground.send(count);
  await ground.context.database.pool.query(
    `UPDATE send_batch SET created_at = now() - interval '16 minutes' WHERE status = 'sending'`,
  );
  await reconcile(ground.context);
  expect(await ground.statuses(campaign)).toEqual({ unknown: count });
  return campaign;
};

const batches = async ({ projectId }: TestCampaign) => {
  const { rows } = await ground.context.database.pool.query<{ status: string }>(
    'SELECT status::text AS status FROM send_batch WHERE project_id = $1',
    [projectId],
  );
  return rows.map(({ status }) => status);
};

const report = (campaign: TestCampaign, place: number, change: object = {}) =>
  ground.post(
    campaign.integrationId,
    ground.report({ recipient: ground.lastCall().to[place]?.replace('+', ''), ...change }),
  );

it('a request is unknown until reports have settled the last of its messages', async () => {
  const campaign = await lose(3);
  expect(await batches(campaign)).toEqual(['unknown']);
  await report(campaign, 0);
  await ground.apply(campaign);
  await report(campaign, 2, { status: 'Failed', code: 12 });
  // What says nothing new settles nothing.
  await report(campaign, 1, { status: 'Queued', code: 400 });
  await ground.apply(campaign);
  expect(await ground.statuses(campaign)).toEqual({ delivered: 1, failed: 1, unknown: 1 });
  expect(await batches(campaign)).toEqual(['unknown']);
  await report(campaign, 1, { status: 'Dispatched', code: 401 });
  await ground.apply(campaign);
  expect(await batches(campaign)).toEqual(['accepted']);
});

it('reports that come together close it as well', async () => {
  const campaign = await lose(2);
  await Promise.all([report(campaign, 0), report(campaign, 1)]);
  await ground.apply(campaign);
  expect(await ground.statuses(campaign)).toEqual({ delivered: 2 });
  expect(await batches(campaign)).toEqual(['accepted']);
});
