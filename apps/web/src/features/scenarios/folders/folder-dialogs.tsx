import { endpoints, type FolderList } from '@curlew/contract';
import { useMutation } from '@tanstack/react-query';
import { callApi } from '../../../lib/api.ts';
import { describeError } from '../../../lib/error-sentences.ts';
import { formatCount } from '../../../lib/format-number.ts';
import { Banner } from '../../../ui/banner.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { notify } from '../../../ui/notify.ts';
import { useRefreshList } from '../change/use-change-scenarios.ts';
import { NameDialog } from '../dialogs/name-dialog.tsx';

export type ListedFolder = FolderList['folders'][number];

interface NewFolderDialogProps {
  readonly projectId: string;
  readonly onClose: () => void;
  /** Called with the id of the folder that was made. */
  readonly onMade: (folderId: string) => void;
}

/** Makes an empty folder. */
export function NewFolderDialog({ projectId, onClose, onMade }: NewFolderDialogProps) {
  const refresh = useRefreshList(projectId);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (name: string) => callApi(endpoints.createFolder, { params: { projectId }, body: { name } }),
    onSuccess: async ({ id }) => {
      await refresh();
      onClose();
      onMade(id);
    },
  });
  return (
    <NameDialog
      title="New folder"
      schema={endpoints.createFolder.body}
      submitLabel="Create folder"
      name=""
      error={error}
      isWorking={isPending}
      onSubmit={mutate}
      onClose={onClose}
    />
  );
}

interface FolderDialogProps {
  readonly projectId: string;
  readonly folder: ListedFolder;
  readonly onClose: () => void;
}

export function RenameFolderDialog({ projectId, folder, onClose }: FolderDialogProps) {
  const refresh = useRefreshList(projectId);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (name: string) =>
      callApi(endpoints.renameFolder, { params: { projectId, folderId: folder.id }, body: { name } }),
    onSuccess: async () => {
      await refresh();
      onClose();
    },
  });
  return (
    <NameDialog
      title="Rename folder"
      schema={endpoints.createFolder.body}
      submitLabel="Rename"
      name={folder.name}
      error={error}
      isWorking={isPending}
      onSubmit={mutate}
      onClose={onClose}
    />
  );
}

const contentOf = ({ scenarioCount, archivedCount }: ListedFolder): string => {
  const all = scenarioCount + archivedCount;
  if (all === 0) return 'It is empty.';
  const archived = archivedCount === 0 ? '' : `, ${archivedCount} of them in the archive,`;
  return `Its ${formatCount(all, 'scenario')}${archived} ${all === 1 ? 'stays' : 'stay'}, in no folder.`;
};

/** Deletes a folder, once it was said what becomes of what lies in it. */
export function DeleteFolderDialog({
  projectId,
  folder,
  onClose,
  onDeleted,
}: FolderDialogProps & { readonly onDeleted: () => void }) {
  const refresh = useRefreshList(projectId);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => callApi(endpoints.deleteFolder, { params: { projectId, folderId: folder.id } }),
    onSuccess: async () => {
      onDeleted();
      await refresh();
      notify.done(`The folder “${folder.name}” is deleted.`);
      onClose();
    },
  });
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={`Delete the folder “${folder.name}”?`}
      description={
        <div className="flex flex-col gap-3">
          <p>{contentOf(folder)}</p>
          {error && <Banner kind="error">{describeError(error)}</Banner>}
        </div>
      }
      confirmLabel="Delete folder"
      isDangerous
      isWorking={isPending}
      onConfirm={() => mutate()}
    />
  );
}
