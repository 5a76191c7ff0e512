import { expect, it } from 'vitest';
import type { ScenarioSort } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import type { TestProject } from '../../testing/create-test-project.ts';
import { withScenarios, type ListRequest } from '../../testing/with-scenarios.ts';
import { createFolder } from '../folders/service.ts';
import { changeScenario } from './change-scenario.ts';
import { listScenarios, listTags } from './list.ts';

let context: AppContext;
let project: TestProject;
let by: { readonly userId: string; readonly name: string };

const { make, sql, setStatus, addRun, change, place, namesOf } = withScenarios((ground) => {
  ({ context, project, by } = ground);
});

/** The list as pages of two give it. */
const pagedNames = async (request: ListRequest): Promise<string[]> => {
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
