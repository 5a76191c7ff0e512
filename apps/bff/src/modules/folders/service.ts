import type { Folder, FolderList } from '@curlew/contract';
import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import { ApiFailure, notFound } from '../../http/api-failure.ts';
import { newId } from '../../new-id.ts';
import { audit } from '../audit/service.ts';
import {
  deleteFolderRow,
  hasFolderNamed,
  insertFolder,
  lockFolderRow,
  lockFoldersOf,
  readFolderCounts,
  updateFolderName,
} from './store.ts';

interface Where {
  readonly projectId: string;
  readonly folderId: string;
}

interface By {
  readonly userId: string;
}

/** The folder, there until the transaction ends. Throws `not_found` when the project has no such folder. */
export const lockFolder = async (connection: PoolClient, where: Where): Promise<Folder> => {
  const folder = await lockFolderRow(connection, where);
  if (!folder) throw notFound('folder');
  return folder;
};

/** The folder, there until the transaction ends; null where it is gone. */
export { lockFolderRow as findFolder } from './store.ts';

export const listFolders = async ({ database }: AppContext, projectId: string): Promise<FolderList> => {
  const rows = await readFolderCounts(database.pool, projectId);
  const sum = (key: 'scenarioCount' | 'archivedCount'): number =>
    rows.reduce((total, row) => total + row[key], 0);
  const noFolder = rows.find(({ id }) => id === null);
  return {
    folders: rows.flatMap(({ id, name, ...counts }) =>
      id === null ? [] : [{ id, name: name ?? '', ...counts }],
    ),
    noFolder: {
      scenarioCount: noFolder?.scenarioCount ?? 0,
      archivedCount: noFolder?.archivedCount ?? 0,
    },
    all: { scenarioCount: sum('scenarioCount'), archivedCount: sum('archivedCount') },
  };
};

const refuseTaken = async (
  connection: PoolClient,
  { projectId, name, id }: { projectId: string; name: string; id: string },
): Promise<void> => {
  if (!(await hasFolderNamed(connection, { projectId, name, exceptId: id }))) return;
  const message = `There is a folder “${name}” already: choose another name.`;
  throw new ApiFailure('bad_request', message, { fields: [{ path: 'name', message }] });
};

export const createFolder = (
  { database }: AppContext,
  projectId: string,
  { name, by }: { name: string; by: By },
): Promise<Folder> =>
  database.transaction(async (connection) => {
    const id = newId();
    await lockFoldersOf(connection, projectId);
    await refuseTaken(connection, { projectId, name, id });
    await insertFolder(connection, { projectId, id, name });
    await audit(connection, {
      projectId,
      userId: by.userId,
      action: 'folder.create',
      subjectId: id,
      detail: { name },
    });
    return { id, name };
  });

export const renameFolder = (
  { database }: AppContext,
  { projectId, folderId }: Where,
  { name, by }: { name: string; by: By },
): Promise<Folder> =>
  database.transaction(async (connection) => {
    await lockFoldersOf(connection, projectId);
    const before = await lockFolder(connection, { projectId, folderId });
    await refuseTaken(connection, { projectId, name, id: folderId });
    await updateFolderName(connection, folderId, name);
    await audit(connection, {
      projectId,
      userId: by.userId,
      action: 'folder.rename',
      subjectId: folderId,
      detail: { from: before.name, name },
    });
    return { id: folderId, name };
  });

export const deleteFolder = (
  { database }: AppContext,
  { projectId, folderId }: Where,
  by: By,
): Promise<void> =>
  database.transaction(async (connection) => {
    await lockFoldersOf(connection, projectId);
    const { name } = await lockFolder(connection, { projectId, folderId });
    await deleteFolderRow(connection, folderId);
    await audit(connection, {
      projectId,
      userId: by.userId,
      action: 'folder.delete',
      subjectId: folderId,
      detail: { name },
    });
  });
