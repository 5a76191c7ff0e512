import { expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import type { TestProject } from '../../testing/create-test-project.ts';
import { withScenarios } from '../../testing/with-scenarios.ts';
import { createFolder } from '../folders/service.ts';
import { changeScenario } from './change-scenario.ts';
import { copyScenario } from './copy-scenario.ts';
import { deleteScenario, describeScenario } from './service.ts';

let context: AppContext;
let project: TestProject;
let by: { readonly userId: string; readonly name: string };

const { make, setStatus, change, place, namesOf } = withScenarios((ground) => {
  ({ context, project, by } = ground);
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

it('deletes an archived scenario that never ran', async () => {
  const id = await make('Gone');
  await change([id], { kind: 'archive' });
  await deleteScenario(context, place(id), by);
  expect(await namesOf({ status: 'archived' })).toEqual([]);
});
