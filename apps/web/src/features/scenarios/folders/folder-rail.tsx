import type { FolderList } from '@curlew/contract';
import { Ellipsis, Folder, FolderMinus, FolderPlus, Layers, PencilLine, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { classNames } from '../../../lib/class-names.ts';
import { formatNumber } from '../../../lib/format-number.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { MenuItem } from '../../../ui/menu-item.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { Select } from '../../../ui/select.tsx';
import {
  DeleteFolderDialog,
  type ListedFolder,
  NewFolderDialog,
  RenameFolderDialog,
} from './folder-dialogs.tsx';

interface FolderRailProps {
  readonly projectId: string;
  readonly list: FolderList;
  /** The id of a folder, `none`, or undefined for all. */
  readonly chosen: string | undefined;
  readonly isArchive: boolean;
  readonly mayEdit: boolean;
  readonly onChoose: (folder: string | undefined) => void;
}

type Counts = Pick<ListedFolder, 'archivedCount' | 'scenarioCount'>;

interface Asked {
  readonly to: 'create' | 'rename' | 'delete';
  readonly folder: ListedFolder | null;
}

const all = 'all';

/** The folders beside the list, with how many scenarios each holds; on a narrow screen a choice above it. */
export function FolderRail({ projectId, list, chosen, isArchive, mayEdit, onChoose }: FolderRailProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const onClose = () => setAsked(null);
  const countOf = (counts: Counts) => (isArchive ? counts.archivedCount : counts.scenarioCount);
  const places = [
    {
      value: undefined,
      label: isArchive ? 'Whole archive' : 'All scenarios',
      icon: <Layers />,
      counts: list.all,
    },
    ...list.folders.map((folder) => ({
      value: folder.id,
      label: folder.name,
      icon: <Folder />,
      counts: folder,
    })),
    ...(list.folders.length > 0
      ? [{ value: 'none', label: 'No folder', icon: <FolderMinus />, counts: list.noFolder }]
      : []),
  ];
  const open = list.folders.find(({ id }) => id === chosen);
  const menuOf = (folder: ListedFolder): ReactNode => (
    <Menu
      align="end"
      trigger={
        <IconButton
          size="small"
          label={`Actions for folder ${folder.name}`}
          icon={<Ellipsis />}
          tooltipSide="right"
        />
      }
    >
      <MenuItem icon={<PencilLine />} onSelect={() => setAsked({ to: 'rename', folder })}>
        Rename
      </MenuItem>
      <MenuItem icon={<Trash2 />} isDangerous onSelect={() => setAsked({ to: 'delete', folder })}>
        Delete
      </MenuItem>
    </Menu>
  );
  const newButton = mayEdit && (
    <IconButton
      size="small"
      label="New folder"
      icon={<FolderPlus />}
      onClick={() => setAsked({ to: 'create', folder: null })}
    />
  );

  return (
    <>
      <nav
        aria-label="Folders"
        className="flex w-52 shrink-0 flex-col gap-1 overflow-y-auto border-r p-2 max-lg:hidden"
      >
        <div className="flex h-7 items-center justify-between pl-2">
          <h2 className="text-12 font-medium text-ink-muted">Folders</h2>
          {newButton}
        </div>
        <ul className="flex flex-col gap-px">
          {places.map(({ value, label, icon, counts }) => {
            const folder = list.folders.find(({ id }) => id === value);
            return (
              <li key={value ?? all} className="group relative flex items-center">
                <button
                  type="button"
                  aria-current={chosen === value ? 'true' : undefined}
                  onClick={() => onChoose(value)}
                  className={classNames(
                    'flex h-8 min-w-0 flex-1 items-center gap-2 rounded-control px-2 text-13 text-ink-muted hover:bg-surface-hover hover:text-ink [&_svg]:size-4 [&_svg]:shrink-0',
                    'aria-[current]:bg-surface-hover aria-[current]:font-medium aria-[current]:text-ink',
                    folder && mayEdit && 'pr-8',
                  )}
                >
                  {icon}
                  <span title={label} className="min-w-0 flex-1 truncate text-left">
                    {label}
                  </span>
                  <span className="text-12 text-ink-faint tabular-nums">{formatNumber(countOf(counts))}</span>
                </button>
                {folder && mayEdit && <span className="absolute right-0.5">{menuOf(folder)}</span>}
              </li>
            );
          })}
        </ul>
      </nav>
      <div className="flex items-center gap-2 border-b px-4 py-2 lg:hidden">
        <Select
          aria-label="Folder"
          options={places.map(({ value, label, counts }) => ({
            value: value ?? all,
            label: `${label} (${formatNumber(countOf(counts))})`,
          }))}
          value={chosen ?? all}
          onChange={(value) => onChoose(value === all ? undefined : value)}
        />
        {open && mayEdit && menuOf(open)}
        {newButton}
      </div>
      {asked?.to === 'create' && (
        <NewFolderDialog projectId={projectId} onClose={onClose} onMade={onChoose} />
      )}
      {asked?.to === 'rename' && asked.folder && (
        <RenameFolderDialog projectId={projectId} folder={asked.folder} onClose={onClose} />
      )}
      {asked?.to === 'delete' && asked.folder && (
        <DeleteFolderDialog
          projectId={projectId}
          folder={asked.folder}
          onClose={onClose}
          onDeleted={() => asked.folder?.id === chosen && onChoose(undefined)}
        />
      )}
    </>
  );
}
