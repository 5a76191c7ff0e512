import { afterAll, beforeAll, expect, it } from 'vitest';
import { errorBodySchema } from '@curlew/contract';
import { createDocument } from '@curlew/testkit';
import type { AppContext } from '../app-context.ts';
import { createTestCampaign, type TestCampaign } from '../testing/create-test-campaign.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { createTestContext, type TestContext } from '../testing/test-context.ts';

let test: TestContext;
let context: AppContext;
let server: TestServer;
let campaign: TestCampaign;
let owner: Awaited<ReturnType<TestServer['signIn']>>;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
  server = await startTestServer(context);
  campaign = await createTestCampaign(context, { document: createDocument(), customers: [{}] });
  owner = await server.signIn({ [campaign.projectId]: 'owner' });
});
afterAll(async () => {
  await server.stop();
  await test.stop();
});

const scenarios = () => `/api/projects/${campaign.projectId}/scenarios`;
const cursor = (values: unknown): string => Buffer.from(JSON.stringify(values)).toString('base64url');
const someId = '01a20242-d422-714d-a856-e14b220af4da';
const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

const json = (body: string): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body,
});

it.each<[string, () => [path: string, init?: RequestInit], number]>([
  ['no JSON', () => [scenarios(), json('{')], 400],
  ['JSON that is no object', () => [scenarios(), json('7')], 400],
  ['nothing', () => [scenarios(), json('')], 400],
  [
    'a price of the year 0, which no calendar has',
    () => {
      const { projectId, integrationId } = campaign;
      const set = [{ country: 'GB', validFrom: '0000-01-01', currency: 'EUR', price: '0.01' }];
      const path = `/api/projects/${projectId}/integrations/${integrationId}/prices`;
      return [path, { ...json(JSON.stringify({ set })), method: 'PATCH' }];
    },
    400,
  ],
  ...['0000-01-01T00:00:00Z', '0001-01-01T00:00:00+23:59', '9999-12-31T23:59:59-23:59'].map(
    (timestamp): [string, () => [string, RequestInit], number] => [
      `an event of ${timestamp}, which no calendar has`,
      () => {
        const events = [{ customer: { kind: 'registered', value: 'a' }, type: 'visit', timestamp }];
        return [`/api/projects/${campaign.projectId}/events`, json(JSON.stringify({ events }))];
      },
      400,
    ],
  ),
  ['a NUL in a text', () => [scenarios(), json('{"name":"a\\u0000"}')], 400],
  ['half a character in a text', () => [scenarios(), json('{"name":"\\ud800"}')], 400],
  [
    'half a character in a message',
    () => {
      const document = createDocument({ versions: [{ language: 'en', message: '\ud83d' }] });
      return [scenarios(), json(JSON.stringify({ name: 'Half', document }))];
    },
    400,
  ],
  ['deep nesting', () => [scenarios(), json(`{"name":"a","x":${deep(200_000)}}`)], 400],
  ['a body that is too large', () => [scenarios(), json(JSON.stringify('x'.repeat(9_000_000)))], 413],
  [
    'an encoding nobody knows',
    () => [
      scenarios(),
      { ...json('{}'), headers: { 'content-type': 'application/json', 'content-encoding': 'lzma' } },
    ],
    400,
  ],
  ['a name of blanks', () => [scenarios(), json('{"name":"  "}')], 400],
  ['a name that is too long', () => [scenarios(), json(JSON.stringify({ name: 'x'.repeat(121) }))], 400],
  [
    'a document with a broken connection',
    () => {
      const document = { ...createDocument(), nodes: [] };
      return [scenarios(), json(JSON.stringify({ name: 'Broken', document }))];
    },
    400,
  ],
  ['a cursor that is none', () => [`${scenarios()}?cursor=abc`], 400],
  ['a cursor of another list', () => [`${scenarios()}?cursor=${cursor(['a', 'b'])}`], 400],
  ['a cursor with SQL in it', () => [`${scenarios()}?cursor=${cursor(["2026-01-01' --", 'b'])}`], 400],
  ['a cursor of another order', () => [`${scenarios()}?cursor=${cursor(['name asc', 'a', someId])}`], 400],
  [
    'half a character in a cursor',
    () => [`${scenarios()}?sort=name&order=asc&cursor=${cursor(['name asc', '\ud800', someId])}`],
    400,
  ],
  [
    'a NUL in a cursor',
    () => [`${scenarios()}?sort=name&order=asc&cursor=${cursor(['name asc', '\0', someId])}`],
    400,
  ],
  ['a folder that is no id', () => [`${scenarios()}?folderId=1`], 400],
  ['a sort that is none', () => [`${scenarios()}?sort=owner`], 400],
  [
    'a line beyond',
    () => [`/api/projects/${campaign.projectId}/imports/${campaign.projectId}/errors?afterLine=9999999999`],
    400,
  ],
  ['a limit of nothing', () => [`${scenarios()}?limit=0`], 400],
  ['a limit beyond', () => [`${scenarios()}?limit=201`], 400],
  ['a search repeated', () => [`${scenarios()}?search=a&search=b`], 400],
  ['a NUL in the address', () => [`${scenarios()}/%00`], 400],
  ['a NUL in a search', () => [`${scenarios()}?search=%00`], 400],
  ['an address that cannot be decoded', () => [`${scenarios()}/%ff`], 400],
  ['a project that is no id', () => ['/api/projects/7'], 400],
  ['an address that is none', () => ['/api/nothing'], 404],
  ['a method that is none', () => [scenarios(), { method: 'PATCH' }], 404],
])('answers %s with words', async (_, request, status) => {
  const [path, init] = request();
  const response = await owner.send(path, init);
  expect(response.status).toBe(status);
  const { error } = errorBodySchema.parse(await response.json());
  expect(error.message).toMatch(/^[“A-Z].*[.!?\w”"]$/s);
  expect(error.requestId).toMatch(/^[\da-f-]{36}$/);
});

it.each([
  ['a search of wildcards', '?search=%25_%5C'],
  ['a search of quotes', `?search=${encodeURIComponent(`'";--\u{1F600}`)}`],
])('takes %s', async (_, query) => {
  expect((await owner.send(`${scenarios()}${query}`)).status).toBe(200);
});

it.each([
  ['a NUL in the e-mail', '{"email":"a\\u0000@example.com","password":"a password for tests"}'],
  ['half a character', '{"email":"a@example.com","password":"\\ud800 password for tests"}'],
  ['no JSON', '{'],
  ['deep nesting', `{"email":${deep(100_000)}}`],
])('sign-in with %s is no fault of the server', async (_, body) => {
  const response = await server.send('/api/auth/sign-in/email', {
    ...json(body),
    headers: { 'content-type': 'application/json', origin: server.origin },
  });
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
});

it.each([
  ['/api/projects/x/imports?fileName=a.csv', 20_000_000, 401],
  ['/api/projects/x/scenarios', 7_000_000, 401],
  ['/nothing', 7_000_000, 401],
  ['/api/auth/sign-in/email', 100_000, 413],
  [`/hooks/${someId}/no-secret`, 7_000_000, 404],
] as const)('what a stranger sends to %s is not read', async (path, length, status) => {
  const response = await server.send(path, json(`"${'x'.repeat(length)}"`));
  expect(response.status).toBe(status);
});

it.each(['update-user', 'list-sessions', 'change-email', 'request-password-reset', 'sign-up/email'])(
  'nobody reaches %s, which the product does not use',
  async (path) => {
    const { send } = await server.signIn({});
    const answer = await send(`/api/auth/${path}`, { method: 'POST', headers: { origin: server.origin } });
    expect(answer.status).toBe(404);
  },
);

it.each(['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999999Z'])(
  'an event of %s is tracked and shown',
  async (timestamp) => {
    const { projectId, customerIds } = campaign;
    const [customerId = ''] = customerIds;
    await context.database.pool.query(
      `INSERT INTO customer_identifier (project_id, kind, value, customer_id) VALUES ($1, 'registered', $2, $3)`,
      [projectId, timestamp, customerId],
    );
    const events = [{ customer: { kind: 'registered', value: timestamp }, type: 'visit', timestamp }];
    const path = `/api/projects/${projectId}`;
    const tracked = await owner.send(`${path}/events`, json(JSON.stringify({ events })));
    expect(await tracked.json()).toEqual({ tracked: 1, unknown: [] });
    expect((await owner.send(`${path}/customers/${customerId}/events`)).status).toBe(200);
  },
);

it('a sign-out needs no body', async () => {
  const { send } = await server.signIn({});
  const headers = { origin: server.origin };
  expect((await send('/api/auth/sign-out', { method: 'POST', headers })).status).toBe(200);
  expect((await send('/api/me')).status).toBe(401);
});

const guess = async (client: string, password: string): Promise<number> => {
  const response = await server.send('/api/auth/sign-in/email', {
    ...json(JSON.stringify({ email: owner.email, password })),
    headers: {
      'content-type': 'application/json',
      origin: server.origin,
      // As a reverse proxy on this machine writes it: the last entry is its own, the others are claims.
      'x-forwarded-for': client,
      'x-curlew-client': `10.0.1.${password.length}`,
    },
  });
  return response.status;
};

it('guesses at a password come to an end, whatever address they claim to come from', async () => {
  const statuses: number[] = [];
  for (let round = 0; round < 14; round += 1) {
    statuses.push(await guess(`10.0.0.${round}, 203.0.113.9`, `a wrong password ${'x'.repeat(round)}`));
  }
  expect(statuses.at(0)).toBe(401);
  expect(statuses.at(-1)).toBe(429);
  expect(await guess('203.0.113.10', 'a wrong password')).toBe(401);
});
