import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SmsSettings } from '@curlew/scenario';
import { createDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { createTestCampaign } from '../../testing/create-test-campaign.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { readCampaignEvents, readMessages } from '../../testing/read-campaign.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { startScenario } from '../runs/start.ts';
import { walkEnrolments } from '../walk/walk-job.ts';
import { forgetExpiredTokens } from './service.ts';
import { linkRouter } from './routes.ts';

let test: TestContext;
let context: AppContext;
let server: Server;
let origin: string;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
  const app = express();
  app.use(linkRouter(context));
  server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  // A listening TCP server always has an address with a port.
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await test.stop();
});

const target = 'https://heron.example/boots?size=42#top';
const phone = 'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36';

/** One customer with an id who got a message; its links as paths of this server. */
const sendOne = async (settings: Partial<SmsSettings>, message = `New: ${target}`) => {
  const campaign = await createTestCampaign(context, {
    document: createDocument({
      linkShortener: 'on',
      utm: { of: 'none' },
      versions: [{ language: 'en', message }],
      ...settings,
    }),
    customers: [{}],
  });
  const { projectId, customerIds } = campaign;
  await context.database.pool.query(
    `INSERT INTO customer_identifier (project_id, kind, value, customer_id) VALUES ($1, 'registered', 'jana@example.com', $2)`,
    [projectId, customerIds[0]],
  );
  await startScenario(context, campaign.start);
  for (const job of await takeJobs(context, 'walk')) await walkEnrolments(context, job);
  await takeJobs(context, 'dispatch');
  const [sent] = await readMessages(context, projectId);
  const text = sent?.text ?? '';
  const paths = (text.match(/http:\/\/localhost:3000\/l\/\w{8}/g) ?? []).map(
    (link) => new URL(link).pathname,
  );
  return { projectId, text, paths, messageId: sent?.id };
};

const open = (path: string, agent = phone, method = 'GET') =>
  fetch(`${origin}${path}`, { method, redirect: 'manual', headers: { 'user-agent': agent } });
const leadsTo = async (path: string): Promise<string> => (await open(path)).headers.get('location') ?? '';

const clicksOf = async (projectId: string) =>
  (await readCampaignEvents(context, projectId))
    .map(({ properties }) => properties)
    .filter(({ status }) => status === 'clicked');

it('a link of a message leads to its address, and the click is tracked', async () => {
  const { projectId, paths, text, messageId } = await sendOne({ identityTransfer: 'off' });
  expect(text).toMatch(/^New: http:\/\/localhost:3000\/l\/\w{8}$/);
  const answer = await open(paths[0] ?? '');
  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toBe(target);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(await clicksOf(projectId)).toEqual([
    expect.objectContaining({
      action_type: 'sms',
      url: target,
      message_id: messageId,
      campaign_name: 'Sale',
    }),
  ]);
});

it('UTM parameters go with the address, and into the event', async () => {
  const { projectId, paths } = await sendOne({
    identityTransfer: 'off',
    utm: { of: 'own', value: 'automatic' },
  });
  expect(await leadsTo(paths[0] ?? '')).toBe(
    'https://heron.example/boots?size=42&utm_source=curlew&utm_medium=sms&utm_campaign=SMS#top',
  );
  expect(await clicksOf(projectId)).toEqual([
    expect.objectContaining({ utm_source: 'curlew', utm_medium: 'sms', utm_campaign: 'SMS' }),
  ]);
});

it('programs get there and are not counted', async () => {
  const { projectId, paths } = await sendOne({ identityTransfer: 'every_click' });
  const [path = ''] = paths;
  for (const agent of [
    'WhatsApp/2.24',
    'facebookexternalhit/1.1',
    'Mozilla/5.0 (compatible; Googlebot/2.1)',
  ]) {
    expect((await open(path, agent)).headers.get('location')).toBe(target);
  }
  expect((await open(path, phone, 'HEAD')).status).toBe(302);
  expect(await clicksOf(projectId)).toEqual([]);
});

it.each([
  ['off', [false, false]],
  ['first_click', [true, false]],
  ['every_click', [true, true]],
] as const)('who clicked is told: %s', async (identityTransfer, told) => {
  const { paths } = await sendOne({ identityTransfer });
  const [path = ''] = paths;
  const tokens = [await leadsTo(path), await leadsTo(path)].map((url) =>
    new URL(url).searchParams.get('iitt'),
  );
  expect(tokens.map((token) => token !== null)).toEqual(told);
});

it('a token is exchanged once', async () => {
  const { paths } = await sendOne({ identityTransfer: 'first_click' });
  const landing = new URL(await leadsTo(paths[0] ?? ''));
  expect(landing.hash).toBe('#top');
  const exchange = () =>
    fetch(`${origin}/l/identity`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://heron.example' },
      body: JSON.stringify({ token: landing.searchParams.get('iitt') }),
    });
  const first = await exchange();
  expect(first.headers.get('access-control-allow-origin')).toBe('*');
  expect(await first.json()).toEqual({ customer_ids: { registered: ['jana@example.com'] } });
  expect((await exchange()).status).toBe(404);
});

const exchange = (token: string | null) =>
  fetch(`${origin}/l/identity`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
const byHand = "https://heron.example/boots{{ '?iitt=' ~ iitt }}";

it('a token that the author put into a message is exchanged once, for as long as links live', async () => {
  const { text } = await sendOne({ linkShortener: 'off', identityTransfer: 'first_click' }, byHand);
  const [, token = ''] = /^https:\/\/heron\.example\/boots\?iitt=([A-Za-z0-9]{22})$/.exec(text) ?? [];
  const { rows } = await context.database.pool.query<{ days: number }>(
    `SELECT extract(day FROM expires_at - now())::int AS days FROM identity_token WHERE hash = $1`,
    [createHash('sha256').update(token).digest()],
  );
  expect(rows).toEqual([{ days: 91 }]);
  const first = await exchange(token);
  expect(await first.json()).toEqual({ customer_ids: { registered: ['jana@example.com'] } });
  expect((await exchange(token)).status).toBe(404);
});

it.each([
  ['off', [false, false]],
  ['first_click', [true, false]],
  ['every_click', [true, true]],
] as const)(
  'behind a short link a token by hand follows the same rule: %s',
  async (identityTransfer, told) => {
    const { projectId, paths } = await sendOne({ identityTransfer }, byHand);
    const [path = ''] = paths;
    expect((await open(path, 'WhatsApp/2.24')).headers.get('location')).not.toContain('iitt=');
    const landings = [await leadsTo(path), await leadsTo(path)].map((url) => new URL(url));
    expect(landings.map(({ searchParams }) => searchParams.has('iitt'))).toEqual(told);
    for (const [index, landing] of landings.entries()) {
      const { status } = await exchange(landing.searchParams.get('iitt'));
      expect(status).toBe(told[index] ? 200 : 404);
    }
    expect(JSON.stringify(await clicksOf(projectId))).not.toContain('iitt');
  },
);

it('tokens that nobody exchanged in time are forgotten, and others are not', async () => {
  const { paths } = await sendOne({ identityTransfer: 'every_click' });
  const [late, early] = [await leadsTo(paths[0] ?? ''), await leadsTo(paths[0] ?? '')].map((url) =>
    new URL(url).searchParams.get('iitt'),
  );
  const { pool } = context.database;
  await pool.query(`UPDATE identity_token SET expires_at = now() - interval '1 second' WHERE hash = $1`, [
    createHash('sha256')
      .update(late ?? '')
      .digest(),
  ]);
  await forgetExpiredTokens(context);
  const { rowCount } = await pool.query('SELECT FROM identity_token WHERE expires_at <= now()');
  expect(rowCount).toBe(0);
  expect((await exchange(early ?? '')).status).toBe(200);
});

it('the same link is one, another one is another', async () => {
  const { paths } = await sendOne({ maximumParts: 3 }, `${target} https://heron.example/b ${target}`);
  expect(paths).toHaveLength(3);
  expect(paths[0]).toBe(paths[2]);
  expect(paths[1]).not.toBe(paths[0]);
});

it('what is unknown, expired or no slug leads nowhere', async () => {
  const { paths } = await sendOne({});
  const [path = ''] = paths;
  await context.database.pool.query(
    `UPDATE short_link SET expires_at = now() - interval '1 second' WHERE slug = $1`,
    [path.slice(3)],
  );
  for (const lost of [
    path,
    '/l/AAAAAAAA',
    '/l/AAAAAAAA/',
    '/l',
    '/l/a/b',
    '/l/short',
    '/l/..%2f..%2f',
    '/l/%00%00%00%00%00%00%00%00',
  ]) {
    const answer = await open(lost);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('This link leads nowhere');
  }
});

it('links stay as they are where the node says so', async () => {
  const { text, paths } = await sendOne({ linkShortener: 'off' });
  expect(text).toBe(`New: ${target}`);
  expect(paths).toEqual([]);
});
