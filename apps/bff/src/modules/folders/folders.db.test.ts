import { expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import type { TestProject } from '../../testing/create-test-project.ts';
import { withScenarios } from '../../testing/with-scenarios.ts';
import { changeScenario } from '../scenarios/change-scenario.ts';
import { describeScenario } from '../scenarios/service.ts';
import { createFolder, deleteFolder, listFolders, renameFolder } from './service.ts';

let context: AppContext;
let project: TestProject;
let by: { readonly userId: string; readonly name: string };

const { make, auditOf, change, place } = withScenarios((ground) => {
  ({ context, project, by } = ground);
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
