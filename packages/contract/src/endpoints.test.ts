import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findIssues, parseDocument } from '@curlew/scenario';
import { createChain, createDocument } from '@curlew/testkit';
import { endpoints } from './endpoints.ts';
import type { Endpoint } from './endpoint.ts';
import { pageOf, pageQuery, timestampSchema } from './shapes/common.ts';
import { scenarioIssueSchema } from './shapes/issue.ts';
import { runSchema } from './shapes/run.ts';

const all: [string, Endpoint][] = Object.entries(endpoints);

const keysOf = (schema: z.ZodType): string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
const isNothing = (schema: z.ZodType): boolean => schema instanceof z.ZodUndefined;
const id = '01a20242-d422-714d-a856-e14b220af4da';

it('[H1] begins with /api/ and is there once', () => {
  const places = all.map(([, { method, path }]) => `${method} ${path}`);
  expect(new Set(places).size).toBe(places.length);
  expect(places.filter((place) => !/^[a-z]+ \/api\/[a-zA-Z/:]+[a-zA-Z]$/.test(place))).toEqual([]);
});

it.each(all)('[H2] the path of %s names its params', (_, { path, params }) => {
  const inPath = Array.from(path.matchAll(/:(\w+)/g), ([, name]) => String(name));
  expect(keysOf(params).toSorted()).toEqual(inPath.toSorted());
  const wellFormed = Object.fromEntries(inPath.map((name) => [name, id]));
  expect(params.parse(wellFormed)).toEqual(wellFormed);
  const inCapitals = Object.fromEntries(inPath.map((name) => [name, id.toUpperCase()]));
  expect(params.parse(inCapitals)).toEqual(wellFormed);
  for (const name of inPath)
    expect(params.safeParse({ ...wellFormed, [name]: "1' OR 1=1" }).success).toBe(false);
});

it('[H2] reads ids in capitals in bodies and queries', () => {
  const { changeScenarios, changeScenario, listScenarios, tryWebhook } = endpoints;
  const capitals = id.toUpperCase();
  const change = { kind: 'move', folderId: capitals };
  expect(changeScenarios.body.parse({ ids: [capitals], change })).toEqual({
    ids: [id],
    change: { kind: 'move', folderId: id },
  });
  expect(changeScenario.body.parse({ folderId: capitals })).toEqual({ folderId: id });
  expect(listScenarios.query.parse({ folderId: capitals })).toMatchObject({ folderId: id });
  expect(tryWebhook.body.parse({ settings: {}, customerId: capitals })).toMatchObject({ customerId: id });
});

it.each(all)(
  '[H3] says who may call %s',
  (_, { path, method, access, changesNothing = method === 'get' }) => {
    const isInProject = path.startsWith('/api/projects/:projectId');
    expect(typeof access === 'object').toBe(isInProject);
    expect(isInProject || !path.includes(':projectId')).toBe(true);
    const mayChange = typeof access === 'object' && ['editor', 'owner'].includes(access.atLeast);
    expect(changesNothing || mayChange).toBe(true);
    expect(changesNothing && !['get', 'post'].includes(method)).toBe(false);
  },
);

it.each(all)('[H4] the body and status of %s fit its method', (_, { method, body, reply, status }) => {
  expect(isNothing(body) || !['get', 'delete'].includes(method)).toBe(true);
  expect(status === 204).toBe(isNothing(reply));
});

/** What a query cannot do without. */
const neededInQuery: Readonly<Record<string, readonly string[]>> = {
  uploadImport: ['fileName'],
  previewResend: ['nodeId'],
};

it.each(all)('[H5] reads the query of %s from text', (endpointName, { query }) => {
  const textOf = {
    limit: '7',
    afterLine: '12',
    before: '40',
    search: 'jana',
    cursor: 'abc',
    type: 'campaign',
    only: 'campaign',
    fileName: 'a.csv',
    status: 'archived',
    tag: 'spring',
    folderId: 'none',
    ownerId: 'nobody',
    sort: 'name',
    order: 'asc',
    nodeId: 'wait-1',
    output: 'no_match',
    refusal: 'no_phone',
    state: 'inside',
    show: 'going',
    customerId: '01a20242-d422-714d-a856-e14b220af4da',
    runId: '01a20242-d422-714d-a856-e14b220af4db',
  };
  const given = Object.fromEntries(Object.entries(textOf).filter(([name]) => keysOf(query).includes(name)));
  expect(Object.keys(given)).toHaveLength(keysOf(query).length);
  const numbers = { limit: 7, afterLine: 12, before: 40 };
  const expected = Object.fromEntries(
    Object.entries({ ...textOf, ...numbers }).filter(([name]) => name in given),
  );
  expect(query.parse(given)).toEqual(expected);
  const failing = query.safeParse({}).error?.issues.map(({ path }) => path[0]) ?? [];
  expect(failing).toEqual(neededInQuery[endpointName] ?? []);
});

it.each([
  [{}, { search: '', limit: 50 }],
  [{ limit: '200' }, { search: '', limit: 200 }],
  [{ limit: '0' }, null],
  [{ limit: '201' }, null],
  [{ limit: '1.5' }, null],
  [{ limit: 'many' }, null],
  [{ search: 'x'.repeat(201) }, null],
])('[H6] reads a page of %j', (query, expected) => {
  expect(pageQuery.safeParse(query).data ?? null).toEqual(expected);
});

it('[H6] a page has items and a cursor or null', () => {
  const page = pageOf(z.int());
  expect(page.parse({ items: [1], nextCursor: null })).toEqual({ items: [1], nextCursor: null });
  expect(page.safeParse({ items: [1] }).success).toBe(false);
});

it.each([
  ['2026-11-22T08:00:00.000Z', true],
  ['2026-11-22T08:00:00Z', true],
  ['2026-11-22T08:00:00+01:00', false],
  ['2026-11-22T08:00:00', false],
  ['2026-11-22', false],
  ['2026-02-30T08:00:00Z', false],
])('[H7] %s', (text, isTime) => {
  expect(timestampSchema.safeParse(text).success).toBe(isTime);
});

it.each([
  ['Summer', 'Summer'],
  ['  Summer sale\n', 'Summer sale'],
  ['   ', null],
  ['x'.repeat(120), 'x'.repeat(120)],
  ['x'.repeat(121), null],
])('[H8] reads the name %j', (name, expected) => {
  for (const { body } of [endpoints.createScenario, endpoints.changeScenario])
    expect(body.safeParse({ name }).data?.name ?? null).toBe(expected);
});

it.each([
  [' Before the sale ', 'Before the sale'],
  ['x'.repeat(80), 'x'.repeat(80)],
  ['x'.repeat(81), undefined],
  [' ', undefined],
  [null, null],
])('[H20] reads the name of a revision %j', (name, expected) => {
  expect(endpoints.nameRevision.body.safeParse({ name }).data?.name).toBe(expected);
});

it.each([
  [
    ['spring', ' sale '],
    ['spring', 'sale'],
  ],
  [
    ['Sale', 'sale', 'SALE', 'vip'],
    ['Sale', 'vip'],
  ],
  [[], []],
  [[' '], null],
  [['x'.repeat(41)], null],
  [
    Array.from({ length: 20 }, (_, index) => `t${index}`),
    Array.from({ length: 20 }, (_, index) => `t${index}`),
  ],
  [Array.from({ length: 21 }, (_, index) => `t${index}`), null],
  [Array.from({ length: 21 }, () => 'same'), ['same']],
])('[H21] reads the tags %j', (tags, expected) => {
  expect(endpoints.changeScenario.body.safeParse({ tags }).data?.tags ?? null).toEqual(expected);
});

it('[H21] says once that there are too many tags, and not what is wrong with each', () => {
  const tags = Array.from({ length: 1_000 }, () => '');
  const { error } = endpoints.changeScenario.body.safeParse({ tags });
  expect(error?.issues).toMatchObject([{ path: ['tags'], message: 'At most 20 tags' }]);
});

it.each([
  [{}, { search: '', limit: 50, sort: 'updated', order: 'desc' }],
  [
    { folderId: id, sort: 'name' },
    { search: '', limit: 50, sort: 'name', order: 'desc', folderId: id },
  ],
  [{ folderId: 'mine' }, null],
  [{ status: 'gone' }, null],
  [{ sort: 'owner' }, null],
  [{ order: 'up' }, null],
  [{ cursor: 'x'.repeat(1_201) }, null],
])('[H22] reads the list %j', (query, expected) => {
  expect(endpoints.listScenarios.query.safeParse(query).data ?? null).toEqual(expected);
});

it.each([
  ['visit', 'visit', 'visit'],
  ['  text message\n', 'text message', 'text message'],
  ['campaign', null, 'campaign'],
  [' consent ', null, null],
  ['Consent', 'Consent', 'Consent'],
  ['   ', null, null],
  ['x'.repeat(100), 'x'.repeat(100), 'x'.repeat(100)],
  ['x'.repeat(101), null, null],
])('[H23] reads the name of an event %j', (name, tracked, ofCampaigns) => {
  const events = [{ customer: { kind: 'registered', value: 'R-1' }, type: name }];
  expect(endpoints.trackEvents.body.safeParse({ events }).data?.events[0]?.type ?? null).toBe(tracked);
  expect(endpoints.renameCampaignEvents.body.safeParse({ name }).data?.name ?? null).toBe(ofCampaigns);
});

it.each([
  [{ isUsEnabled: true }, true],
  [{ isUsEnabled: false }, true],
  [{}, false],
  [{ isUsEnabled: null }, false],
  [{ isUsEnabled: 'false' }, false],
  [{ isUsEnabled: 1 }, false],
  [{ isUsEnabled: true, isUSEnabled: false }, false],
])('[H25] switches sending to the US by %j: %s', (body, isTaken) => {
  const parsed = endpoints.switchUsSending.body.safeParse(body);
  expect(parsed.success).toBe(isTaken);
  expect(parsed.data).toEqual(isTaken ? body : undefined);
});

it('[H9] takes documents and issues as the scenario package has them', () => {
  const document = createChain(3, { sender: '', maximumParts: 2 });
  const saved = endpoints.saveDraft.body.parse(JSON.parse(JSON.stringify({ revision: 4, document })));
  expect(saved).toEqual({ revision: 4, document });
  expect(parseDocument(saved.document).ok).toBe(true);
  const issues = findIssues({ ...document, edges: [] });
  expect(issues.length).toBeGreaterThan(3);
  expect(z.array(scenarioIssueSchema).parse(issues)).toEqual(issues);
});

it('[H9] creates a scenario from a document, or from none', () => {
  const { body } = endpoints.createScenario;
  expect(body.parse({ name: 'A', document: createDocument() })).toEqual({
    name: 'A',
    document: createDocument(),
  });
  expect(body.parse({ name: 'A' })).toEqual({ name: 'A' });
});

const run = {
  id,
  scenarioId: id,
  versionNumber: 1,
  resend: null,
  status: 'active',
  pausedAt: null,
  isOpen: false,
  startedAt: '2026-11-22T08:00:00Z',
  finishedAt: null,
  startedBy: 'Jana',
  enrolled: 2,
  walked: 1,
  insideEarlier: 0,
  leavingEarlier: 0,
  nodes: [],
  troubles: [],
};

it('[H10] leaves out what it does not name and refuses half a customer', () => {
  expect(runSchema.parse({ ...run, secret: 'x' })).toEqual(run);
  expect(runSchema.safeParse({ ...run, enrolled: 1.5 }).success).toBe(false);
  expect(endpoints.watchRuns.reply.parse(null)).toBeNull();
});

describe('[H24] a fallback', () => {
  const made = { provider: 'cm', name: 'CM', ratePerSecond: 50 };

  it('is none where a new integration names none, and left alone by a change that says nothing of it', () => {
    const { body: create } = endpoints.createIntegration;
    const { body: change } = endpoints.changeIntegration;
    expect(create.parse(made)).toMatchObject({ fallbackIntegrationId: null });
    expect(create.parse({ ...made, fallbackIntegrationId: id })).toMatchObject({ fallbackIntegrationId: id });
    expect(create.safeParse({ ...made, fallbackIntegrationId: 'CM 2' }).success).toBe(false);
    expect(change.parse({})).toEqual({});
    expect(change.parse({ fallbackIntegrationId: null })).toEqual({ fallbackIntegrationId: null });
  });

  it('that takes over is named by the run', () => {
    const times = { since: '2026-11-22T08:00:00Z', until: '2026-11-22T08:01:00Z' };
    const trouble = { name: 'CM', error: 'Bad token', ...times };
    expect(runSchema.safeParse({ ...run, troubles: [trouble] }).success).toBe(false);
    for (const through of ['Backup', null]) {
      const told = { ...run, troubles: [{ ...trouble, through }] };
      expect(runSchema.parse(told)).toEqual(told);
    }
  });
});
