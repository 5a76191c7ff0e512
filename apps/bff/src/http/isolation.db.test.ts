import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints, errorBodySchema, mayActAs, roles, type Role } from '@curlew/contract';
import { createDocument, createSmsNode } from '@curlew/testkit';
import type { AppContext } from '../app-context.ts';
import { deleteIntegration } from '../modules/integrations/delete-integration.ts';
import { createIntegration } from '../modules/integrations/manage.ts';
import { createScenario } from '../modules/scenarios/service.ts';
import { newId } from '../new-id.ts';
import { createOneOfEach, type IdsOfProject } from '../testing/create-one-of-each.ts';
import { testPassword } from '../testing/add-test-user.ts';
import { testOperatorToken } from '../testing/create-test-campaign.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { createTestContext, type TestContext } from '../testing/test-context.ts';

type Name = keyof typeof endpoints;

let test: TestContext;
let context: AppContext;
let server: TestServer;
let ours: IdsOfProject;
let theirs: IdsOfProject;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
  server = await startTestServer(context);
  ours = await createOneOfEach(context);
  theirs = await createOneOfEach(context);
});
afterAll(async () => {
  await server.stop();
  await test.stop();
});

const document = createDocument({ versions: [{ language: 'en', message: 'Changed' }] });

// A body that would do something, for each endpoint that takes one.
const bodies: { readonly [N in Name]?: unknown } = {
  createScenario: { name: 'New', document },
  changeScenario: { name: 'Renamed' },
  changeScenarios: { ids: [newId()], change: { kind: 'archive' } },
  createFolder: { name: 'Spring' },
  renameFolder: { name: 'Autumn' },
  saveDraft: { revision: 0, document },
  dryRunScenario: {
    document,
    people: { kind: 'customers', ids: ['01a20242-d422-714d-a856-e14b220af4da'] },
    startsAt: '2026-11-22T08:00:00Z',
    script: {},
  },
  createExpectation: {
    name: 'New',
    customer: { kind: 'made', customer: { attributes: {} } },
    start: { kind: 'weekday', weekday: 'mon', time: '09:00' },
    script: {},
    expected: [{ kind: 'gets_nothing' }],
  },
  changeExpectation: { blocks: true },
  runExpectations: { document },
  startScenario: { revision: 0 },
  publishScenario: { revision: 0, inside: 'finish' },
  enrolCustomers: { customers: [{ kind: 'registered', value: 'R-1' }] },
  trackEvents: { events: [{ customer: { kind: 'registered', value: 'R-1' }, type: 'visit' }] },
  askUnknown: { selection: { kind: 'messages', ids: [newId()] } },
  settleUnknown: { selection: { kind: 'messages', ids: [newId()] }, as: 'sent' },
  cancelWaiting: { nodeId: null },
  nameRevision: { name: 'Named' },
  restoreRevision: { revision: 0 },
  reportPresence: { tabId: 'tab', nodeId: null },
  runImport: { mapping: [{ column: 'registered', target: { to: 'id', kind: 'registered' } }] },
  countFiltered: { filter: { match: 'all', groups: [] } },
  changePrices: { set: [] },
  createIntegration: {
    provider: 'sinch',
    name: 'New',
    ratePerSecond: 1,
    rateUnit: 'parts',
    settings: { region: 'eu', servicePlanId: 'plan1' },
    secrets: { apiToken: testOperatorToken },
  },
  changeIntegration: { name: 'Renamed' },
  changeMessageSettings: { senders: ['Changed'] },
  renameCampaignEvents: { name: 'text_message' },
  createFrequencyPolicy: { name: 'New', rules: [{ most: 1, days: 1 }] },
  changeFrequencyPolicy: { name: 'Renamed' },
  sendTest: {
    key: newId(),
    node: createSmsNode(),
    customerId: '01a20242-d422-714d-a856-e14b220af4da',
    numbers: ['+447700900123'],
  },
  countAudience: { scenarioId: '01a20242-d422-714d-a856-e14b220af4da', node: createSmsNode() },
  tryWebhook: {
    settings: { method: 'GET', url: 'http://127.0.0.1:9/' },
    customerId: '01a20242-d422-714d-a856-e14b220af4da',
  },
};

const names = Object.keys(endpoints).filter((name): name is Name => name in endpoints);
const ofProjects = names.filter((name) => typeof endpoints[name].access === 'object');

const pathOf = (name: Name, ids: IdsOfProject): string => {
  const path = endpoints[name].path.replaceAll(
    /:(\w+)/g,
    (_, key: string) => Reflect.get(ids, key) as string,
  );
  return name === 'uploadImport' ? `${path}?fileName=people.csv` : path;
};

const jsonOf = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const initOf = (name: Name): RequestInit => {
  const method = endpoints[name].method.toUpperCase();
  if (name === 'uploadImport') return { method, headers: { 'content-type': 'text/csv' }, body: 'id\n1\n' };
  const body = bodies[name];
  return body === undefined ? { method } : jsonOf(method, body);
};

const tables =
  'project scenario scenario_folder scenario_version scenario_revision scenario_expectation scenario_presence run enrolment node_count message customer customer_event consent audience_range message_setting frequency_policy price short_link cancel_order test_send customer_import audit_entry integration membership'.split(
    ' ',
  );

/** Everything there is of both projects, as one hash. */
const readAll = async (): Promise<string> => {
  const hashes: string[] = [];
  for (const table of tables) {
    const column = table === 'project' ? 'id' : 'project_id';
    const { rows } = await context.database.pool.query<{ hash: string | null }>(
      `SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS hash FROM ${table} t WHERE ${column} = ANY($1)`,
      [[ours.projectId, theirs.projectId]],
    );
    hashes.push(`${table} ${rows[0]?.hash}`);
  }
  return hashes.join('\n');
};

const codeOf = async (response: Response): Promise<string> =>
  errorBodySchema.parse(await response.json()).error.code;

describe('every endpoint', () => {
  it('is listed here with what it needs', () => {
    expect(names.length).toBeGreaterThanOrEqual(19);
    for (const name of names) expect(pathOf(name, ours)).not.toMatch(/undefined|:/);
  });

  it.each(names)('%s asks who is calling', async (name) => {
    const before = await readAll();
    const response = await server.send(pathOf(name, ours), initOf(name));
    expect(response.status).toBe(401);
    expect(await codeOf(response)).toBe('not_signed_in');
    expect(await readAll()).toBe(before);
  });

  it('hides a project from those who are not in it', async () => {
    const stranger = await server.signIn({ [theirs.projectId]: 'owner' });
    const before = await readAll();
    for (const name of ofProjects) {
      const response = await stranger.send(pathOf(name, ours), initOf(name));
      expect([name, response.status, await codeOf(response)]).toEqual([name, 404, 'not_found']);
    }
    expect(await readAll()).toBe(before);
  });

  it('hides what belongs to another project behind the own one', async () => {
    const owner = await server.signIn({ [ours.projectId]: 'owner' });
    const { projectId } = ours;
    const mixed = { ...theirs, projectId };
    const nobody = {
      projectId,
      scenarioId: newId(),
      runId: newId(),
      walkId: newId(),
      revisionId: newId(),
      customerId: newId(),
      importId: newId(),
      folderId: newId(),
      rangeId: newId(),
      integrationId: newId(),
      policyId: newId(),
      expectationId: newId(),
    };
    const before = await readAll();
    const withThings = ofProjects.filter((name) => /:\w+.*:/.test(endpoints[name].path));
    expect(withThings.length).toBeGreaterThan(10);
    for (const name of withThings) {
      for (const ids of [mixed, nobody]) {
        const response = await owner.send(pathOf(name, ids), initOf(name));
        expect([name, response.status, await codeOf(response)]).toEqual([name, 404, 'not_found']);
      }
    }
    const fallback = { fallbackIntegrationId: theirs.integrationId };
    const withFallback = { ...(bodies.createIntegration as object), ...fallback };
    const named = await owner.send(pathOf('createIntegration', ours), jsonOf('POST', withFallback));
    expect([named.status, await named.text()]).toEqual([
      400,
      expect.stringContaining('There is no such provider in this project'),
    ]);
    const other = { ids: [theirs.scenarioId], change: { kind: 'archive' } };
    const changed = await owner.send(pathOf('changeScenarios', ours), jsonOf('POST', other));
    expect(await changed.json()).toEqual({
      changedIds: [],
      refused: [{ id: theirs.scenarioId, name: null, reason: 'not_found' }],
    });
    expect(await readAll()).toBe(before);
    const stranger = await server.signIn({ [theirs.projectId]: 'owner' });
    const me = (await (await stranger.send('/api/me')).json()) as { user: { id: string } };
    const afterSignIn = await readAll();
    for (const [name, body, status] of [
      [
        'changeScenarios',
        { ids: [ours.scenarioId], change: { kind: 'move', folderId: theirs.folderId } },
        404,
      ],
      ['changeScenario', { folderId: theirs.folderId }, 404],
      ['changeScenario', { ownerId: me.user.id }, 400],
      ['createScenario', { name: 'New', folderId: theirs.folderId }, 404],
    ] as const) {
      const method = endpoints[name].method.toUpperCase();
      const response = await owner.send(pathOf(name, ours), jsonOf(method, body));
      expect([name, response.status]).toEqual([name, status]);
    }
    expect(await readAll()).toBe(afterSignIn);
    const inTheirs = await owner.send(`${pathOf('listScenarios', ours)}?folderId=${theirs.folderId}`);
    expect(await inTheirs.json()).toEqual({ items: [], nextCursor: null });
    for (const name of ['getRun', 'getRunDocument', 'listRunWalks'] as const) {
      const response = await owner.send(pathOf(name, { ...ours, runId: theirs.runId }));
      expect([name, response.status]).toEqual([name, 404]);
    }
    for (const ids of [
      { ...theirs, projectId },
      { ...ours, runId: theirs.runId },
    ]) {
      const response = await owner.send(`${pathOf('listRunWalks', ids)}.csv`);
      expect([response.status, await codeOf(response)]).toEqual([404, 'not_found']);
    }
    const nobodys = `${pathOf('listRunWalks', ours)}?customerId=${theirs.customerId}`;
    expect(await (await owner.send(nobodys)).json()).toEqual({ items: [], nextCursor: null });
    expect(await readAll()).toBe(afterSignIn);
  });

  it.each(roles)('lets a %s do what the role may, and no more', async (role: Role) => {
    const member = await server.signIn({ [ours.projectId]: role });
    const before = await readAll();
    for (const name of ofProjects) {
      const { access } = endpoints[name];
      if (typeof access !== 'object' || mayActAs(role, access.atLeast)) continue;
      const response = await member.send(pathOf(name, ours), initOf(name));
      expect([name, response.status, await codeOf(response)]).toEqual([name, 403, 'not_allowed']);
    }
    expect(await readAll()).toBe(before);
    const readable = [
      'getProject',
      'listMembers',
      'listScenarios',
      'listFolders',
      'listTags',
      'getScenario',
      'forecastStart',
      'getRun',
      'getRunDocument',
      'listRuns',
      'listProjectRuns',
      'listLateStarts',
      'listRunWalks',
      'getWalk',
      'listWalkSteps',
      'listCustomerWalks',
      'listUnknown',
      'listWaiting',
      'listCancelOrders',
      'describeData',
      'listIntegrations',
      'getCampaignEventNames',
    ] as const;
    for (const name of readable) expect((await member.send(pathOf(name, ours))).status).toBe(200);
    expect((await member.send(pathOf('countFiltered', ours), initOf('countFiltered'))).status).toBe(200);
  });

  it('gives the walks of a run as a file to those who may list them', async () => {
    const path = `${pathOf('listRunWalks', ours)}.csv`;
    const stranger = await server.signIn({ [theirs.projectId]: 'owner' });
    const before = await readAll();
    expect((await server.send(path)).status).toBe(401);
    const hidden = await stranger.send(path);
    expect([hidden.status, await codeOf(hidden)]).toEqual([404, 'not_found']);
    expect(await readAll()).toBe(before);
    const viewer = await server.signIn({ [ours.projectId]: 'viewer' });
    const response = await viewer.send(`${path}?state=inside`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename=".*version 1\.csv"/);
    const text = await response.text();
    expect(text).toMatch(/^"customer_id",.*\r\n(.*\r\n){2}$/);
    expect(text).toContain(ours.customerId);
    expect((await viewer.send(`${path}?state=nowhere`)).status).toBe(400);
  });

  it('shows where operators report to owners only', async () => {
    const path = pathOf('listIntegrations', ours);
    for (const role of roles) {
      const member = await server.signIn({ [ours.projectId]: role });
      const made = await createIntegration(context, ours.projectId, {
        body: endpoints.createIntegration.body.parse(bodies.createIntegration),
        userId: newId(),
      });
      expect((await (await member.send(path)).text()).includes('/hooks/')).toBe(role === 'owner');
      await deleteIntegration(context, { ...ours, integrationId: made.id }, { userId: newId() });
    }
  });

  it('shows nobody the projects of others', async () => {
    const member = await server.signIn({ [ours.projectId]: 'viewer' });
    const me: unknown = await (await member.send('/api/me')).json();
    expect(me).toMatchObject({ projects: [{ id: ours.projectId, role: 'viewer' }] });
    const nobody = await server.signIn({});
    expect(await (await nobody.send('/api/me')).json()).toMatchObject({ projects: [] });
  });

  it('refuses changes that another site asks for', async () => {
    const owner = await server.signIn({ [ours.projectId]: 'owner' });
    const before = await readAll();
    for (const name of ofProjects.filter((candidate) => endpoints[candidate].method !== 'get')) {
      for (const site of ['cross-site', 'same-site']) {
        const init = initOf(name);
        const headers = new Headers(init.headers);
        headers.set('sec-fetch-site', site);
        const response = await owner.send(pathOf(name, ours), { ...init, headers });
        expect([name, response.status, await codeOf(response)]).toEqual([name, 403, 'not_allowed']);
      }
    }
    expect(await readAll()).toBe(before);
  });

  it('never answers with a secret', async () => {
    const owner = await server.signIn({ [ours.projectId]: 'owner' });
    const { id } = await createScenario(context, ours.projectId, {
      name: 'Its own',
      document,
      by: { userId: newId(), name: 'Tester' },
    });
    const { rows } = await context.database.pool.query<{ password: string }>(
      'SELECT DISTINCT password FROM user_credential WHERE password IS NOT NULL',
    );
    const secrets = [
      testOperatorToken,
      testPassword,
      context.installationSecret,
      ...rows.map(({ password }) => password),
    ];
    let all = '';
    for (const name of names.filter((candidate) => candidate !== 'watchRuns')) {
      const response = await owner.send(pathOf(name, { ...ours, scenarioId: id }), initOf(name));
      expect([name, response.status < 500]).toEqual([name, true]);
      all += `${JSON.stringify([...response.headers])}${await response.text()}`;
    }
    for (const path of [
      '/api/auth/get-session',
      '/api/openapi.json',
      '/readyz',
      '/healthz',
      '/api/nothing',
    ]) {
      all += await (await owner.send(path)).text();
    }
    expect(all).toContain(ours.projectId);
    for (const secret of secrets) expect(all).not.toContain(secret);
  });

  it('streams runs to members only', async () => {
    const viewer = await server.signIn({ [ours.projectId]: 'viewer' });
    const abort = new AbortController();
    const response = await viewer.send(pathOf('watchRuns', ours), { signal: abort.signal });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += new TextDecoder().decode(chunk);
      if (text.includes('event: run')) break;
    }
    expect(text).toContain(ours.runId);
    abort.abort();
  });
});
