import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ScenarioChange, ScenarioSort } from '@curlew/contract';
import { createDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { addTestUser } from '../../testing/add-test-user.ts';
import { createTestProject, type TestProject } from '../../testing/create-test-project.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { createFolder, deleteFolder, listFolders, renameFolder } from '../folders/service.ts';
import { listMembers } from '../projects/service.ts';
import { changeScenario } from './change-scenario.ts';
import { changeScenarios } from './change-scenarios.ts';
import { copyScenario } from './copy-scenario.ts';
import { listScenarios, listTags } from './list.ts';
import { createScenario, deleteScenario, describeScenario } from './service.ts';

let test: TestContext;
let context: AppContext;
let project: TestProject;
let by: { userId: string; name: string };

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
beforeEach(async () => {
  project = await createTestProject(context);
  by = { userId: project.userId, name: 'Tester' };
});
afterAll(() => test.stop());

const make = async (name: string, folderId: string | null = null): Promise<string> =>
  (await createScenario(context, project.projectId, { name, document: createDocument(), folderId, by })).id;

const sql = (text: string, values: unknown[]) =>
  context.database.pool.query<{ action: string }>(text, values);
const setStatus = (id: string, status: string) =>
  sql('UPDATE scenario SET status = $2::scenario_status WHERE id = $1', [id, status]);
const addRun = (id: string, startedAt: string) =>
  sql(
    `INSERT INTO run (id, project_id, scenario_id, version_id, status, started_by, started_at, enrolled)
     VALUES ($1, $2, $3, $1, 'finished', 'Tester', $4, 7)`,
    [newId(), project.projectId, id, startedAt],
  );
const auditOf = async (subjectId: string): Promise<string[]> =>
  (await sql('SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY at, id', [subjectId])).rows.map(
    ({ action }) => action,
  );

const change = (ids: readonly string[], what: ScenarioChange) =>
  changeScenarios(context, project.projectId, { ids, change: what, by });
const place = (scenarioId: string) => ({ projectId: project.projectId, scenarioId });

type Request = Omit<Parameters<typeof listScenarios>[2], 'cursor' | 'limit'>;

const namesOf = async (request: Request = {}): Promise<string[]> =>
  (await listScenarios(context, project.projectId, { ...request, limit: 50 })).items.map(({ name }) => name);

/** The list as pages of two give it. */
const pagedNames = async (request: Request): Promise<string[]> => {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listScenarios(context, project.projectId, { ...request, limit: 2, cursor });
    names.push(...page.items.map(({ name }) => name));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return names;
};

it('sorts by each key, both ways, with whole pages whatever is equal', async () => {
  const [beta, alpha, gamma, delta, alpha2] = [
    await make('beta'),
    await make('Alpha'),
    await make('gamma'),
    await make('delta'),
    await make('alpha'),
  ];
  await setStatus(beta, 'active');
  await setStatus(gamma, 'inactive');
  await addRun(beta, '2026-03-01T00:00:00.123Z');
  await addRun(gamma, '2026-01-01T00:00:00Z');
  await addRun(gamma, '2026-04-01T00:00:00Z');
  await sql('UPDATE scenario SET updated_at = $2 WHERE id = ANY($1)', [
    [alpha, delta, alpha2],
    '2026-02-01T00:00:00.5Z',
  ]);
  const expected: { readonly [S in ScenarioSort]: string[] } = {
    // Equal ones by when they were made.
    updated: ['Alpha', 'delta', 'alpha', 'beta', 'gamma'],
    name: ['Alpha', 'alpha', 'beta', 'delta', 'gamma'],
    status: ['Alpha', 'delta', 'alpha', 'beta', 'gamma'],
    last_run: ['Alpha', 'delta', 'alpha', 'beta', 'gamma'],
  };
  for (const sort of ['updated', 'name', 'status', 'last_run'] as const)
    for (const order of ['asc', 'desc'] as const) {
      const names = order === 'asc' ? expected[sort] : expected[sort].toReversed();
      expect([sort, order, await namesOf({ sort, order })]).toEqual([sort, order, names]);
      expect([sort, order, await pagedNames({ sort, order })]).toEqual([sort, order, names]);
    }
});

it('refuses a cursor of another order', async () => {
  for (const name of ['a', 'b', 'c']) await make(name);
  const { projectId } = project;
  const { nextCursor } = await listScenarios(context, projectId, { sort: 'name', order: 'asc', limit: 1 });
  const cursor = nextCursor ?? '';
  const next = listScenarios(context, projectId, { sort: 'name', order: 'asc', limit: 1, cursor });
  expect((await next).items.map(({ name }) => name)).toEqual(['b']);
  for (const request of [
    { sort: 'name', order: 'desc' },
    { sort: 'updated', order: 'asc' },
  ] as const)
    await expect(listScenarios(context, projectId, { ...request, limit: 1, cursor })).rejects.toThrow(
      'The cursor is not one of this list',
    );
});

it('pages through names at their longest', async () => {
  for (const end of ['a', 'b', 'c']) await make(`${'語'.repeat(119)}${end}`);
  const { nextCursor } = await listScenarios(context, project.projectId, { sort: 'name', limit: 1 });
  expect(nextCursor?.length).toBeLessThanOrEqual(1_200);
  expect(await pagedNames({ sort: 'name', order: 'asc' })).toHaveLength(3);
});

it('finds by name and tag, and filters by status, tag, folder and owner', async () => {
  const folder = await createFolder(context, project.projectId, { name: 'Seasons', by });
  const [spring, summer, winter] = [
    await make('Spring', folder.id),
    await make('Summer'),
    await make('50% off'),
  ];
  await change([spring, winter], { kind: 'add_tag', tag: 'Big sale' });
  await setStatus(summer, 'active');
  await changeScenario(context, place(winter), { changes: { ownerId: null }, by });
  expect(await namesOf({ search: 'BIG' })).toEqual(['50% off', 'Spring']);
  expect(await namesOf({ search: '50%' })).toEqual(['50% off']);
  expect(await namesOf({ search: 'sum' })).toEqual(['Summer']);
  expect(await namesOf({ tag: 'big SALE' })).toEqual(['50% off', 'Spring']);
  expect(await namesOf({ tag: 'big' })).toEqual([]);
  expect(await namesOf({ status: 'active' })).toEqual(['Summer']);
  expect(await namesOf({ folderId: folder.id })).toEqual(['Spring']);
  expect(await namesOf({ folderId: 'none' })).toEqual(['50% off', 'Summer']);
  expect(await namesOf({ ownerId: project.userId })).toEqual(['Summer', 'Spring']);
  expect(await namesOf({ ownerId: 'nobody', tag: 'Big sale' })).toEqual(['50% off']);
  expect((await listTags(context, project.projectId)).tags).toEqual([{ name: 'Big sale', scenarioCount: 2 }]);
});

it('archives what does not run, and brings it back as what it was', async () => {
  const [draft, ran, active] = [await make('Draft'), await make('Ran'), await make('Active')];
  await addRun(ran, '2026-01-01T00:00:00Z');
  await setStatus(ran, 'inactive');
  await setStatus(active, 'active');
  const unknown = newId();
  const archived = await change([draft, ran, active, unknown], { kind: 'archive' });
  expect(archived.changedIds.toSorted()).toEqual([draft, ran].toSorted());
  expect(archived.refused).toEqual([
    { id: active, name: 'Active', reason: 'running' },
    { id: unknown, name: null, reason: 'not_found' },
  ]);
  expect(await namesOf()).toEqual(['Active']);
  expect(await namesOf({ status: 'archived' })).toEqual(['Ran', 'Draft']);
  expect(await change([draft], { kind: 'archive' })).toEqual({ changedIds: [], refused: [] });
  expect((await change([draft, ran, active], { kind: 'restore' })).changedIds).toHaveLength(2);
  expect((await describeScenario(context, place(draft))).status).toBe('draft');
  expect((await describeScenario(context, place(ran))).status).toBe('inactive');
  expect(await auditOf(draft)).toEqual(['scenario.create', 'scenario.archive', 'scenario.unarchive']);
  expect(await auditOf(active)).toEqual(['scenario.create']);
});

it('moves and tags several, without editing them', async () => {
  const [one, two] = [await make('One'), await make('Two')];
  const before = await describeScenario(context, place(one));
  const { id: folderId } = await createFolder(context, project.projectId, { name: 'Seasons', by });
  expect((await change([one, two], { kind: 'move', folderId })).changedIds).toHaveLength(2);
  expect((await change([one], { kind: 'move', folderId })).changedIds).toEqual([]);
  await change([one], { kind: 'add_tag', tag: 'vip' });
  expect((await change([one, two], { kind: 'add_tag', tag: 'VIP' })).changedIds).toEqual([two]);
  const after = await describeScenario(context, place(one));
  expect(after).toMatchObject({ tags: ['vip'], folder: { id: folderId, name: 'Seasons' } });
  expect(after.updatedAt).toBe(before.updatedAt);
  expect((await change([one, two], { kind: 'remove_tag', tag: 'Vip' })).changedIds).toHaveLength(2);
  expect((await describeScenario(context, place(two))).tags).toEqual([]);
  expect(await auditOf(two)).toEqual(['scenario.create', 'scenario.move', 'scenario.tag', 'scenario.tag']);
});

it('names those that have no room for a tag', async () => {
  const [full, free] = [await make('Full'), await make('Free')];
  const tags = Array.from({ length: 20 }, (_, index) => `tag ${index}`);
  await changeScenario(context, place(full), { changes: { tags }, by });
  expect(await change([full, free], { kind: 'add_tag', tag: 'one more' })).toEqual({
    changedIds: [free],
    refused: [{ id: full, name: 'Full', reason: 'too_many_tags' }],
  });
});

it('renames, tags and gives to another member, and to nobody else', async () => {
  const id = await make('Before');
  const email = await addTestUser(context, { [project.projectId]: 'viewer' });
  const stranger = await addTestUser(context, {});
  const members = await listMembers(context, project.projectId);
  expect(members.map(({ role }) => role).toSorted()).toEqual(['owner', 'viewer']);
  const member = members.find((one) => one.email === email);
  const summary = await changeScenario(context, place(id), {
    changes: { name: 'After', tags: ['b', 'a'], ownerId: member?.id },
    by,
  });
  expect(summary).toMatchObject({
    name: 'After',
    tags: ['b', 'a'],
    owner: { id: member?.id, name: 'Someone' },
  });
  expect((await auditOf(id)).toSorted()).toEqual([
    'scenario.change_owner',
    'scenario.create',
    'scenario.rename',
    'scenario.tag',
  ]);
  await changeScenario(context, place(id), { changes: { name: 'After', tags: ['b', 'a'] }, by });
  expect(await auditOf(id)).toHaveLength(4);
  const { rows } = await context.database.pool.query<{ id: string }>(
    'SELECT id FROM user_account WHERE email = $1',
    [stranger],
  );
  const toStranger = changeScenario(context, place(id), {
    changes: { name: 'Stolen', ownerId: rows[0]?.id },
    by,
  });
  await expect(toStranger).rejects.toThrow('member of this project');
  expect((await describeScenario(context, place(id))).name).toBe('After');
});

it('copies the draft, its tags and its folder', async () => {
  const { id: folderId } = await createFolder(context, project.projectId, { name: 'Seasons', by });
  const id = await make('Sale', folderId);
  await changeScenario(context, place(id), { changes: { tags: ['vip'], ownerId: null }, by });
  await setStatus(id, 'active');
  const original = await describeScenario(context, place(id));
  const copy = await copyScenario(context, place(id), by);
  expect(copy).toMatchObject({
    name: 'Sale (copy)',
    status: 'draft',
    tags: ['vip'],
    folder: { id: folderId },
    owner: { id: project.userId },
    lastRun: null,
  });
  expect(copy.document).toEqual(original.document);
  expect((await copyScenario(context, place(id), by)).name).toBe('Sale (copy 2)');
  await expect(copyScenario(context, place(newId()), by)).rejects.toThrow('does not exist');
});

it('keeps the scenarios of a folder that is deleted', async () => {
  const { projectId } = project;
  const { id: folderId } = await createFolder(context, projectId, { name: 'Seasons', by });
  const [one, two] = [await make('One', folderId), await make('Two', folderId)];
  await make('Three');
  await change([two], { kind: 'archive' });
  expect(await listFolders(context, projectId)).toEqual({
    folders: [{ id: folderId, name: 'Seasons', scenarioCount: 1, archivedCount: 1 }],
    noFolder: { scenarioCount: 1, archivedCount: 0 },
    all: { scenarioCount: 2, archivedCount: 1 },
  });
  await deleteFolder(context, { projectId, folderId }, by);
  expect((await listFolders(context, projectId)).noFolder).toEqual({ scenarioCount: 2, archivedCount: 1 });
  expect((await describeScenario(context, place(one))).folder).toBeNull();
  expect(await auditOf(folderId)).toEqual(['folder.create', 'folder.delete']);
  await expect(deleteFolder(context, { projectId, folderId }, by)).rejects.toThrow('does not exist');
});

it('has no two folders of one name', async () => {
  const { projectId } = project;
  const { id: folderId } = await createFolder(context, projectId, { name: 'Seasons', by });
  const { id: otherId } = await createFolder(context, projectId, { name: 'Orders', by });
  await expect(createFolder(context, projectId, { name: 'SEASONS', by })).rejects.toThrow('already');
  await expect(
    renameFolder(context, { projectId, folderId: otherId }, { name: 'seasons', by }),
  ).rejects.toThrow('already');
  expect(await renameFolder(context, { projectId, folderId }, { name: 'seasons', by })).toEqual({
    id: folderId,
    name: 'seasons',
  });
  const { folders } = await listFolders(context, projectId);
  expect(folders.map(({ name }) => name)).toEqual(['Orders', 'seasons']);
  const both = await Promise.allSettled(
    ['New', 'new'].map((name) => createFolder(context, projectId, { name, by })),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

it('moves into a folder while it is deleted, one after the other', async () => {
  const { projectId } = project;
  const ids = [await make('One'), await make('Two'), await make('Three')];
  for (let round = 0; round < 5; round += 1) {
    const { id: folderId } = await createFolder(context, projectId, { name: `Folder ${round}`, by });
    const done = await Promise.allSettled([
      change(ids, { kind: 'move', folderId }),
      changeScenario(context, place(ids[0] ?? ''), { changes: { folderId }, by }),
      deleteFolder(context, { projectId, folderId }, by),
    ]);
    const reasons = done.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []));
    expect(reasons.filter((reason) => !reason.includes('does not exist'))).toEqual([]);
    expect(done[2]?.status).toBe('fulfilled');
  }
  expect((await listFolders(context, projectId)).noFolder.scenarioCount).toBe(3);
});

it('deletes an archived scenario that never ran', async () => {
  const id = await make('Gone');
  await change([id], { kind: 'archive' });
  await deleteScenario(context, place(id), by);
  expect(await namesOf({ status: 'archived' })).toEqual([]);
});
