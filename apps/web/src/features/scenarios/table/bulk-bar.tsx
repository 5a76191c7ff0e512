import type { ScenarioSummary } from '@curlew/contract';
import { Archive, ArchiveRestore, FolderInput, Tag, X } from 'lucide-react';
import { useState } from 'react';
import { formatCount } from '../../../lib/format-number.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { MenuItem } from '../../../ui/menu-item.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { useChangeScenarios } from '../change/use-change-scenarios.ts';
import { AddTagDialog } from '../dialogs/add-tag-dialog.tsx';
import { MoveDialog } from '../dialogs/move-dialog.tsx';

interface BulkBarProps {
  readonly projectId: string;
  readonly scenarios: readonly ScenarioSummary[];
  readonly isArchive: boolean;
  readonly onClear: () => void;
}

const tagsOf = (scenarios: readonly ScenarioSummary[]): readonly string[] => {
  const byWord = new Map(scenarios.flatMap(({ tags }) => tags.map((tag) => [tag.toLowerCase(), tag])));
  return [...byWord.values()].toSorted((one, other) => one.localeCompare(other));
};

/** What can be done with all that is selected. Each can be taken back by one click, so none asks first. */
export function BulkBar({ projectId, scenarios, isArchive, onClear }: BulkBarProps) {
  const [asked, setAsked] = useState<'move' | 'tag' | null>(null);
  const { mutate, isPending } = useChangeScenarios(projectId);
  const tags = tagsOf(scenarios);
  const onClose = () => setAsked(null);

  return (
    <div
      role="toolbar"
      aria-label="Selected scenarios"
      className="flex flex-wrap items-center gap-2 border-b bg-accent-wash px-4 py-1.5"
    >
      <output className="mr-2 text-13 font-medium text-ink">
        {formatCount(scenarios.length, 'scenario')} selected
      </output>
      <Button
        size="small"
        icon={isArchive ? <ArchiveRestore /> : <Archive />}
        loading={isPending}
        onClick={() => mutate({ scenarios, change: { kind: isArchive ? 'restore' : 'archive' } })}
      >
        {isArchive ? 'Restore' : 'Archive'}
      </Button>
      <Button size="small" icon={<FolderInput />} onClick={() => setAsked('move')}>
        Move to folder
      </Button>
      <Button size="small" icon={<Tag />} onClick={() => setAsked('tag')}>
        Add tag
      </Button>
      {tags.length > 0 && (
        <Menu trigger={<Button size="small">Remove tag</Button>}>
          {tags.map((tag) => (
            <MenuItem
              key={tag}
              icon={<X />}
              onSelect={() => mutate({ scenarios, change: { kind: 'remove_tag', tag } })}
            >
              {tag}
            </MenuItem>
          ))}
        </Menu>
      )}
      <span className="ml-auto">
        <IconButton
          size="small"
          label="Clear the selection"
          icon={<X />}
          onClick={onClear}
          tooltipSide="left"
        />
      </span>
      {asked === 'move' && <MoveDialog projectId={projectId} scenarios={scenarios} onClose={onClose} />}
      {asked === 'tag' && <AddTagDialog projectId={projectId} scenarios={scenarios} onClose={onClose} />}
    </div>
  );
}
