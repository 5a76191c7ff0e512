import type { ScenarioSummary } from '@curlew/contract';
import {
  Archive,
  ArchiveRestore,
  CopyPlus,
  Download,
  Ellipsis,
  FolderInput,
  PencilLine,
  SquareArrowOutUpRight,
  Tags,
  Trash2,
  UserRound,
} from 'lucide-react';
import { IconButton } from '../../../ui/icon-button.tsx';
import { MenuItem } from '../../../ui/menu-item.tsx';
import { MenuSeparator } from '../../../ui/menu-separator.tsx';
import { Menu } from '../../../ui/menu.tsx';

/** What opens a dialog. */
export type AskingAction = 'rename' | 'move' | 'tags' | 'owner' | 'delete';
export type RowAction = AskingAction | 'open' | 'duplicate' | 'export' | 'archive' | 'restore';

interface ScenarioRowMenuProps {
  readonly scenario: ScenarioSummary;
  readonly mayEdit: boolean;
  readonly onAct: (action: RowAction) => void;
}

/** All that can be done with one scenario of the list. */
export function ScenarioRowMenu({ scenario, mayEdit, onAct }: ScenarioRowMenuProps) {
  const hasRun = scenario.lastRun !== null;
  const isRunning = scenario.status === 'active' || scenario.status === 'finishing';
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          size="small"
          label={`Actions for ${scenario.name}`}
          icon={<Ellipsis />}
          tooltipSide="left"
        />
      }
    >
      <MenuItem icon={<SquareArrowOutUpRight />} onSelect={() => onAct('open')}>
        Open
      </MenuItem>
      {mayEdit && (
        <>
          <MenuItem icon={<PencilLine />} onSelect={() => onAct('rename')}>
            Rename
          </MenuItem>
          <MenuItem icon={<FolderInput />} onSelect={() => onAct('move')}>
            Move to folder
          </MenuItem>
          <MenuItem icon={<Tags />} onSelect={() => onAct('tags')}>
            Tags
          </MenuItem>
          <MenuItem icon={<UserRound />} onSelect={() => onAct('owner')}>
            Change owner
          </MenuItem>
          <MenuItem icon={<CopyPlus />} onSelect={() => onAct('duplicate')}>
            Duplicate
          </MenuItem>
        </>
      )}
      <MenuItem icon={<Download />} onSelect={() => onAct('export')}>
        Export as a file
      </MenuItem>
      {mayEdit && (
        <>
          <MenuSeparator />
          {scenario.status === 'archived' ? (
            <MenuItem icon={<ArchiveRestore />} onSelect={() => onAct('restore')}>
              Restore
            </MenuItem>
          ) : (
            <MenuItem
              icon={<Archive />}
              disabled={isRunning}
              onSelect={() => onAct('archive')}
              end={isRunning && <span className="text-12">it is running</span>}
            >
              Archive
            </MenuItem>
          )}
          <MenuItem
            icon={<Trash2 />}
            isDangerous={!hasRun}
            disabled={hasRun}
            onSelect={() => onAct('delete')}
            end={hasRun && <span className="text-12">it has run</span>}
          >
            Delete
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
