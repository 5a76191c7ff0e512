import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints, errorBodySchema, mayActAs, roles, type Role } from '@curlew/contract';
import { createDocument } from '@curlew/testkit';
import type { AppContext } from '../app-context.ts';
import { deleteIntegration } from '../modules/integrations/delete-integration.ts';
import { createIntegration } from '../modules/integrations/manage.ts';
import { createScenario } from '../modules/scenarios/service.ts';
import { newId } from '../new-id.ts';
import { testPassword } from '../testing/add-test-user.ts';
import { createOneOfEach, type IdsOfProject } from '../testing/create-one-of-each.ts';
import { testOperatorToken } from '../testing/create-test-campaign.ts';
import {
  bodies,
  endpointNames,
  initOf,
  jsonOf,
  pathOf,
  projectEndpoints,
} from '../testing/endpoint-calls.ts';
import { hashProjects } from '../testing/hash-projects.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { createTestContext, type TestContext } from '../testing/test-context.ts';

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

/** Everything there is of both projects. */
const readAll = (): Promise<string> => hashProjects(context, [ours.projectId, theirs.projectId]);

const codeOf = async (response: Response): Promise<string> =>
  errorBodySchema.parse(await response.json()).error.code;

describe('every endpoint', () => {
  it('is listed here with what it needs', () => {
    expect(endpointNames.length).toBeGreaterThanOrEqual(19);
    for (const name of endpointNames) expect(pathOf(name, ours)).not.toMatch(/undefined|:/);
  });

  it.each(endpointNames)('%s asks who is calling', async (name) => {
    const before = await readAll();
    const response = await server.send(pathOf(name, ours), initOf(name));
    expect(response.status).toBe(401);
    expect(await codeOf(response)).toBe('not_signed_in');
    expect(await readAll()).toBe(before);
  });

  it('hides a project from those who are not in it', async () => {
    const stranger = await server.signIn({ [theirs.projectId]: 'owner' });
    const before = await readAll();
    for (const name of projectEndpoints) {
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
    const withThings = projectEndpoints.filter((name) => /:\w+.*:/.test(endpoints[name].path));
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
    for (const name of projectEndpoints) {
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
    for (const name of projectEndpoints.filter((candidate) => endpoints[candidate].method !== 'get')) {
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
      document: createDocument(),
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
    for (const name of endpointNames.filter((candidate) => candidate !== 'watchRuns')) {
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
