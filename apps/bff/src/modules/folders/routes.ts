import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/endpoint-router.ts';
import { createFolder, deleteFolder, listFolders, renameFolder } from './service.ts';

type FolderEndpoint = 'listFolders' | 'createFolder' | 'renameFolder' | 'deleteFolder';

export const folderHandlers = (context: AppContext): Pick<Handlers, FolderEndpoint> => ({
  listFolders: ({ params }) => listFolders(context, params.projectId),
  createFolder: ({ params, body, caller }) =>
    createFolder(context, params.projectId, { name: body.name, by: caller }),
  renameFolder: ({ params, body, caller }) => renameFolder(context, params, { name: body.name, by: caller }),
  deleteFolder: async ({ params, caller }) => {
    await deleteFolder(context, params, caller);
    return undefined;
  },
});
