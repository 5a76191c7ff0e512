import { afterAll, beforeAll, expect, it } from 'vitest';
import { pino } from 'pino';
import { endpoints, type WebhookTry } from '@curlew/contract';
import { createDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { createTestCampaign, type TestCampaign } from '../../testing/create-test-campaign.ts';
import { startHttpTarget, type Target } from '../../testing/start-target.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';

let test: TestContext;
let context: AppContext;
let server: TestServer;
let target: Target;
let asked: { path: string; headers: Record<string, unknown>; body: string }[] = [];
let logged = '';

beforeAll(async () => {
  target = await startHttpTarget((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      asked.push({ path: request.url ?? '', headers: request.headers, body });
      const status = request.url === '/moved' ? 302 : 200;
      response.writeHead(status, { location: 'http://127.0.0.1:1/', 'content-type': 'application/json' });
      response.end('{"points": 7}');
    });
  });
  test = await createTestContext({ log: pino({ level: 'trace' }, { write: (line) => (logged += line) }) });
  context = {
    ...test.context,
    config: { ...test.context.config, webhookAllow: new Set([target.host]) },
  };
  server = await startTestServer(context);
});
afterAll(async () => {
  await server.stop();
  await test.stop();
  await target.stop();
});

const createCampaign = (): Promise<TestCampaign> =>
  createTestCampaign(context, {
    document: createDocument(),
    customers: [{ attributes: { first_name: 'Zoë', token: 'secret-of-zoe' } }],
  });

type Send = TestServer['send'];

const post = (send: Send, { projectId, customerIds }: TestCampaign, body: object = {}) =>
  send(`/api/projects/${projectId}/webhooks/try`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      customerId: customerIds[0],
      settings: {
        method: 'POST',
        url: `http://${target.host}/hook?name={{ customer.first_name | urlencode }}`,
        headers: [{ name: 'X-Token', value: 'Bearer {{ customer.token }} ž' }],
        body: '{{ scenario.name }} {{ action.id }} {{ action.name }} {{ customer.token }}',
      },
      ...body,
    }),
  });
const tried = async (response: Response): Promise<WebhookTry> => {
  expect(response.status).toBe(200);
  return endpoints.tryWebhook.reply.parse(await response.json());
};

it('sends the request for the customer and shows the answer', async () => {
  const campaign = await createCampaign();
  const { send } = await server.signIn({ [campaign.projectId]: 'editor' });
  asked = [];
  const place = { scenarioId: campaign.scenarioId, nodeNumber: 9, nodeName: 'Tell the shop' };
  const answer = await tried(await post(send, campaign, { place }));
  expect(asked).toMatchObject([
    {
      path: '/hook?name=Zo%C3%AB',
      headers: {
        host: target.host,
        'user-agent': 'Curlew',
        'accept-encoding': 'identity',
        'content-type': 'application/json',
        'x-token': Buffer.from('Bearer secret-of-zoe ž').toString('latin1'),
      },
      body: 'Sale 9 Tell the shop secret-of-zoe',
    },
  ]);
  expect(answer).toMatchObject({
    ok: true,
    request: { method: 'POST', url: `http://${target.host}/hook?name=Zo%C3%AB`, body: asked[0]?.body },
    response: { status: 200, body: '{"points": 7}', isTruncated: false },
  });
  expect(answer).toHaveProperty('request.headers.0', { name: 'X-Token', value: 'Bearer secret-of-zoe ž' });
  expect(answer).toHaveProperty('response.headers.1', { name: 'content-type', value: 'application/json' });
});

it('shows a redirect and does not follow it', async () => {
  const campaign = await createCampaign();
  const { send } = await server.signIn({ [campaign.projectId]: 'editor' });
  const settings = { method: 'GET', url: `http://${target.host}/moved` };
  expect(await tried(await post(send, campaign, { settings }))).toMatchObject({ response: { status: 302 } });
});

it('keeps what was sent out of the audit log and out of all other logs', async () => {
  const campaign = await createCampaign();
  const { projectId, customerIds } = campaign;
  const { send } = await server.signIn({ [projectId]: 'editor' });
  await tried(await post(send, campaign));
  const blocked = { method: 'GET', url: 'http://127.0.0.1:1/{{ customer.token }}' };
  expect(await tried(await post(send, campaign, { settings: blocked }))).toMatchObject({
    ok: false,
    reason: 'blocked',
    field: 'url',
  });
  const { rows } = await context.database.pool.query(
    `SELECT action, subject_id AS "subjectId", detail FROM audit_entry
     WHERE project_id = $1 AND action LIKE 'webhook%' ORDER BY at`,
    [projectId],
  );
  expect(rows).toEqual([
    {
      action: 'webhook.tried',
      subjectId: customerIds[0],
      detail: { method: 'POST', server: `http://${target.host}` },
    },
    {
      action: 'webhook.tried',
      subjectId: customerIds[0],
      detail: { method: 'GET', server: 'http://127.0.0.1:1' },
    },
  ]);
  expect(logged).toContain('webhooks/try');
  for (const secret of ['secret-of-zoe', 'Bearer', 'points']) expect(logged).not.toContain(secret);
});

it('says what is wrong with a request that cannot be sent, and counts no try', async () => {
  const campaign = await createCampaign();
  const { send } = await server.signIn({ [campaign.projectId]: 'editor' });
  for (const settings of [
    { url: '' },
    { url: 'ftp://example.com' },
    { url: `http://${target.host}/`, body: '{{' },
    { url: `http://${target.host}/`, headers: [{ name: 'X', value: `{{ 'a\\r\\nb' }}` }] },
    { url: '{{ "http://a:b@" }}example.com' },
  ])
    expect(await tried(await post(send, campaign, { settings }))).toMatchObject({ ok: false });
  const { rows } = await context.database.pool.query(
    `SELECT FROM audit_entry WHERE project_id = $1 AND action = 'webhook.tried'`,
    [campaign.projectId],
  );
  expect(rows).toHaveLength(0);
});

it('lets a project try thirty times a minute, however many at once, and other projects meanwhile', async () => {
  const [campaign, other] = [await createCampaign(), await createCampaign()];
  const { send } = await server.signIn({ [campaign.projectId]: 'editor', [other.projectId]: 'editor' });
  asked = [];
  const responses = await Promise.all(Array.from({ length: 34 }, () => post(send, campaign)));
  const statuses = responses.map(({ status }) => status).sort((one, next) => one - next);
  expect(statuses).toEqual([...Array.from({ length: 30 }, () => 200), 429, 429, 429, 429]);
  expect(asked).toHaveLength(30);
  expect((await post(send, other)).status).toBe(200);
  await context.database.pool.query(
    `UPDATE audit_entry SET at = at - interval '1 minute' WHERE project_id = $1`,
    [campaign.projectId],
  );
  expect((await post(send, campaign)).status).toBe(200);
});

it('is for editors, with customers and scenarios of their project', async () => {
  const [ours, theirs] = [await createCampaign(), await createCampaign()];
  const editor = await server.signIn({ [ours.projectId]: 'editor' });
  asked = [];
  const at = (scenarioId: string) => ({ place: { scenarioId, nodeNumber: 1, nodeName: 'A' } });
  const foreign = [
    { customerId: theirs.customerIds[0] },
    { customerId: newId() },
    at(theirs.scenarioId),
    at(newId()),
  ];
  for (const body of foreign) expect((await post(editor.send, ours, body)).status).toBe(404);
  expect((await post(editor.send, theirs)).status).toBe(404);
  for (const role of ['viewer', 'approver'] as const) {
    const member = await server.signIn({ [ours.projectId]: role });
    expect((await post(member.send, ours)).status).toBe(403);
  }
  expect(asked).toEqual([]);
});

it.each([
  ['a time-out of an hour', { settings: { url: 'https://example.com', timeoutSeconds: 3_600 } }],
  ['another method', { settings: { url: 'https://example.com', method: 'CONNECT' } }],
  ['no customer', { customerId: 'me' }],
])('refuses %s', async (_, body) => {
  const campaign = await createCampaign();
  const { send } = await server.signIn({ [campaign.projectId]: 'editor' });
  expect((await post(send, campaign, body)).status).toBe(400);
});
