import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { TestCampaign } from '../../testing/create-test-campaign.ts';
import { openOperatorGround, type OperatorGround } from '../../testing/open-operator-ground.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { readMessages } from '../../testing/read-campaign.ts';
import { listManagedIntegrations } from '../integrations/manage.ts';
import { createReportNotes } from './report-notes.ts';

let ground: OperatorGround;
let campaign: TestCampaign;

const enqueue = () =>
  ground.enqueue({
    provider: 'cm',
    settings: { baseUrl: ground.operatorUrl },
    secrets: { productToken: 'token-of-cm' },
  });

beforeAll(async () => {
  ground = await openOperatorGround();
});
beforeEach(async () => {
  campaign = await enqueue();
});
afterAll(async () => {
  await takeJobs(ground.context, 'dispatch');
  await ground.stop();
});

const call = async (address: string, body: unknown): Promise<number> => {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) })).status;
};

const lastReport = async ({ projectId }: TestCampaign): Promise<string | null> => {
  const { integrations } = await listManagedIntegrations(ground.context, projectId, { mayChange: false });
  return integrations[0]?.lastReportAt ?? null;
};

const report = async () => {
  const [message] = await readMessages(ground.context, campaign.projectId);
  return { messages: { msg: { reference: message?.id.replaceAll('-', ''), status: { code: '2' } } } };
};

const reply = { from: '00447700900123', to: '1234', reference: 'x', body: 'Hi' };

it.each([
  ['a report', report],
  ['a message that came in', async () => reply],
])('says when the operator last called with %s', async (_, bodyOf) => {
  const other = await enqueue();
  expect(await lastReport(campaign)).toBeNull();
  const before = Date.now();
  expect(await call(ground.addressOf(campaign.integrationId), await bodyOf())).toBe(200);
  const at = Date.parse((await lastReport(campaign)) ?? '');
  expect(at).toBeGreaterThanOrEqual(before);
  expect(at).toBeLessThanOrEqual(Date.now());
  expect(await lastReport(other)).toBeNull();
});

it('says nothing of calls of strangers, and of those that nobody could read', async () => {
  const address = ground.addressOf(campaign.integrationId);
  expect(await call(`${address}x`, await report())).toBe(404);
  expect(await call(address, { what: 'else' })).toBe(200);
  expect(await lastReport(campaign)).toBeNull();
});

it('is noted once a minute, by whichever process', async () => {
  const { database } = ground.context;
  const { integrationId } = campaign;
  let at = new Date('2026-11-30T08:00:00Z');
  const [one, other] = [0, 1].map(() => createReportNotes({ database, now: () => at }));
  const note = async (notes: typeof one, moment: string) => {
    at = new Date(moment);
    await notes?.note([integrationId]);
    return lastReport(campaign);
  };
  expect(await note(one, '2026-11-30T08:00:00Z')).toBe('2026-11-30T08:00:00.000Z');
  expect(await note(one, '2026-11-30T08:00:59Z')).toBe('2026-11-30T08:00:00.000Z');
  expect(await note(other, '2026-11-30T08:00:59Z')).toBe('2026-11-30T08:00:00.000Z');
  expect(await note(one, '2026-11-30T08:01:00Z')).toBe('2026-11-30T08:01:00.000Z');
  expect(await note(other, '2026-11-30T08:02:30Z')).toBe('2026-11-30T08:02:30.000Z');
});
