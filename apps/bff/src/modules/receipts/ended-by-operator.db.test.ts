import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestCampaign } from '../../testing/create-test-campaign.ts';
import { openReceiptsGround, type ReceiptsGround } from '../../testing/open-receipts-ground.ts';
import { readCampaignEvents } from '../../testing/read-campaign.ts';
import { describeRun } from '../runs/progress.ts';
import { readWaiting } from '../outbox/waiting-store.ts';
import { listRunWalks } from '../walk-history/list-run-walks.ts';

let ground: ReceiptsGround;

beforeAll(async () => {
  ground = await openReceiptsGround();
  ground.acceptAll();
});
afterAll(() => ground.stop());

const runOf = async ({ projectId, scenarioId }: TestCampaign) => {
  const { rows } = await ground.context.database.pool.query<{ id: string }>(
    'SELECT id FROM run WHERE project_id = $1',
    [projectId],
  );
  return { projectId, scenarioId, runId: rows[0]?.id ?? '' };
};

it.each([
  [{ status: 'Expired', code: 406 }, 'expired', 'expired before it reached the network'],
  [{ status: 'Cancelled', code: 407 }, 'cancelled', 'cancelled'],
])('%j: the message keeps it, and events and counts say failed', async (said, state, error) => {
  const campaign = await ground.send(2);
  const told = { recipient: ground.lastCall().to[0], ...said };
  await ground.post(campaign.integrationId, ground.report(told));
  await ground.apply(campaign);
  expect(await ground.statuses(campaign)).toEqual({ sent: 1, [state]: 1 });
  const events = await readCampaignEvents(ground.context, campaign.projectId);
  expect(events.at(-1)?.properties).toMatchObject({
    status: 'failed',
    error,
    status_code: String(said.code),
  });
  const where = await runOf(campaign);
  const { nodes, refusals } = await describeRun(ground.context, where);
  expect(nodes.find(({ nodeId }) => nodeId === 'sms-1')).toMatchObject({
    enqueued: 2,
    sent: 2,
    failed: 1,
    unsent: 0,
    expired: 0,
    cancelled: 0,
  });
  // It was not refused: nobody is listed as one whose message did not leave, and nothing waits.
  expect(refusals).toEqual([]);
  const { items } = await listRunWalks(ground.context, where, { nodeId: 'sms-1', refusal: state, limit: 10 });
  expect(items).toEqual([]);
  const { pool } = ground.context.database;
  expect(await readWaiting(pool, { projectId: campaign.projectId, runIds: [where.runId] })).toEqual([]);
  // Final: what comes later is no news.
  await ground.post(campaign.integrationId, ground.report({ ...told, status: 'Delivered', code: 0 }));
  await ground.apply(campaign);
  expect(await ground.statuses(campaign)).toEqual({ sent: 1, [state]: 1 });
});
