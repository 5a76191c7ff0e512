import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openReceiptsGround, type ReceiptsGround } from '../../testing/open-receipts-ground.ts';

let ground: ReceiptsGround;

beforeAll(async () => {
  ground = await openReceiptsGround();
  ground.acceptAll();
});
afterAll(() => ground.stop());

it('a call that its operator drops is not kept, and the log says why', async () => {
  const campaign = await ground.send();
  const warn = vi.spyOn(ground.context.log, 'warn');
  expect((await ground.post(campaign.integrationId, '{"type":')).status).toBe(400);
  expect((await ground.post(campaign.integrationId, { type: 'unheard_of' })).status).toBe(400);
  expect(warn.mock.calls.map(([details]) => details)).toMatchObject([
    { integrationId: campaign.integrationId, reason: 'malformed', answer: 400 },
    { integrationId: campaign.integrationId, reason: 'unsupported_type', answer: 400 },
  ]);
  warn.mockRestore();
  const { rowCount } = await ground.context.database.pool.query('SELECT FROM unread_call');
  expect(rowCount).toBe(0);
});
