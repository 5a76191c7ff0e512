import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { TestCampaign } from '../../testing/create-test-campaign.ts';
import { openOperatorGround, type OperatorGround } from '../../testing/open-operator-ground.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { listManagedIntegrations } from '../integrations/manage.ts';

let ground: OperatorGround;
let campaign: TestCampaign;

beforeAll(async () => {
  ground = await openOperatorGround();
});
beforeEach(async () => {
  campaign = await ground.enqueue({
    provider: 'cm',
    settings: { baseUrl: ground.operatorUrl },
    secrets: { productToken: 'token-of-cm' },
  });
});
afterAll(async () => {
  await takeJobs(ground.context, 'dispatch');
  await ground.stop();
});

const call = async (body: string | Uint8Array, type = 'application/json') =>
  (
    await fetch(ground.addressOf(campaign.integrationId), {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    })
  ).status;

const kept = async () => {
  const { rows } = await ground.context.database.pool.query<{ reason: string; body: string }>(
    'SELECT reason, body FROM unread_call WHERE project_id = $1 ORDER BY id',
    [campaign.projectId],
  );
  return rows;
};

const seen = async () => {
  const { integrations } = await listManagedIntegrations(ground.context, campaign.projectId, {
    mayChange: false,
  });
  return integrations.map(({ unreadCalls }) => unreadCalls);
};

it('keeps what nobody could read as it came, and no job looks at it', async () => {
  expect(await seen()).toEqual([null]);
  const warn = vi.spyOn(ground.context.log, 'warn');
  expect(await call('{"messages":')).toBe(200);
  expect(await call('{"messages":{"msg":{"reference":"a","status":{"code":"77"}}}}')).toBe(200);
  expect(await call('what=else', 'application/x-www-form-urlencoded')).toBe(200);
  // Not UTF-8, and a NUL.
  expect(await call(new Uint8Array([0x61, 0xff, 0x00, 0x62]))).toBe(200);
  expect((await fetch(`${ground.addressOf(campaign.integrationId)}?what=query`)).status).toBe(200);
  expect(await kept()).toEqual([
    { reason: 'malformed', body: '{"messages":' },
    { reason: 'unsupported_status', body: '{"messages":{"msg":{"reference":"a","status":{"code":"77"}}}}' },
    { reason: 'malformed', body: 'what=else' },
    { reason: 'malformed', body: 'a\uFFFDb' },
    { reason: 'malformed', body: 'what=query' },
  ]);
  expect(warn).toHaveBeenCalledTimes(5);
  warn.mockRestore();
  await ground.apply(campaign);
  expect(await kept()).toHaveLength(5);
});

it('tells how many there were, and when the last came, for 30 days', async () => {
  await call('1');
  await call('2');
  expect(await seen()).toEqual([{ count: 2, lastAt: expect.stringMatching(/^20\d\d-/) }]);
  await ground.context.database.pool.query(
    `UPDATE unread_call SET received_at = received_at - interval '31 days' WHERE project_id = $1`,
    [campaign.projectId],
  );
  expect(await seen()).toEqual([null]);
});

it('is told so where it could not be kept, so that it comes again', async () => {
  const { pool } = ground.context.database;
  await pool.query('ALTER TABLE unread_call RENAME TO unread_call_gone');
  expect(await call('1')).toBe(500);
  await pool.query('ALTER TABLE unread_call_gone RENAME TO unread_call');
  expect(await kept()).toEqual([]);
});
