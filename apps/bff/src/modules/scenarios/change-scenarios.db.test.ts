import { expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { addTestUser } from '../../testing/add-test-user.ts';
import type { TestProject } from '../../testing/create-test-project.ts';
import { withScenarios } from '../../testing/with-scenarios.ts';
import { createFolder } from '../folders/service.ts';
import { listMembers } from '../projects/service.ts';
import { changeScenario } from './change-scenario.ts';
import { describeScenario } from './service.ts';

let context: AppContext;
let project: TestProject;
let by: { readonly userId: string; readonly name: string };

const { make, setStatus, addRun, auditOf, change, place, namesOf } = withScenarios((ground) => {
  ({ context, project, by } = ground);
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
