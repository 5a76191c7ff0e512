import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { idSchema, noBody, noQuery, projectParams } from '../shapes/common.ts';

const folderNameSchema = z.string().trim().min(1, 'Type a name').max(60, 'At most 60 characters');

export const folderSchema = z.object({ id: z.uuid(), name: z.string() });
export type Folder = z.infer<typeof folderSchema>;

/** How many scenarios there are somewhere; those in the archive are counted apart. */
const countsSchema = z.object({ scenarioCount: z.int(), archivedCount: z.int() });

/** The folders by name, and how many scenarios lie in them, in none, and in the whole project. */
export const folderListSchema = z.object({
  folders: z.array(folderSchema.extend(countsSchema.shape)),
  noFolder: countsSchema,
  all: countsSchema,
});
export type FolderList = z.infer<typeof folderListSchema>;

const folderParams = projectParams.extend({ folderId: idSchema });

export const listFolders = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/folders',
  summary: 'Folders of scenarios, by name',
  tag: 'Scenarios',
  access: { atLeast: 'viewer' },
  params: projectParams,
  query: noQuery,
  body: noBody,
  reply: folderListSchema,
});

export const createFolder = defineEndpoint({
  method: 'post',
  path: '/api/projects/:projectId/folders',
  summary: 'Create a folder',
  tag: 'Scenarios',
  access: { atLeast: 'editor' },
  params: projectParams,
  query: noQuery,
  body: z.object({ name: folderNameSchema }),
  reply: folderSchema,
  status: 201,
});

export const renameFolder = defineEndpoint({
  method: 'patch',
  path: '/api/projects/:projectId/folders/:folderId',
  summary: 'Rename a folder',
  tag: 'Scenarios',
  access: { atLeast: 'editor' },
  params: folderParams,
  query: noQuery,
  body: z.object({ name: folderNameSchema }),
  reply: folderSchema,
});

export const deleteFolder = defineEndpoint({
  method: 'delete',
  path: '/api/projects/:projectId/folders/:folderId',
  summary: 'Delete a folder; its scenarios stay, in no folder',
  tag: 'Scenarios',
  access: { atLeast: 'editor' },
  params: folderParams,
  query: noQuery,
  body: noBody,
  reply: z.undefined(),
  status: 204,
});
