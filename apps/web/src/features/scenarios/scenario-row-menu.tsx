import type { ScenarioSummary } from '@curlew/contract';
import { Ellipsis, PencilLine, Trash2 } from 'lucide-react';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuItem } from '../../ui/menu-item.tsx';
import { Menu } from '../../ui/menu.tsx';

interface ScenarioRowMenuProps {
  readonly scenario: ScenarioSummary;
  readonly onRename: () => void;
  readonly onDelete: () => void;
}

export function ScenarioRowMenu({ scenario, onRename, onDelete }: ScenarioRowMenuProps) {
  const hasRun = scenario.lastRun !== null;
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
      <MenuItem icon={<PencilLine />} onSelect={onRename}>
        Rename
      </MenuItem>
      <MenuItem
        icon={<Trash2 />}
        isDangerous={!hasRun}
        disabled={hasRun}
        onSelect={onDelete}
        end={hasRun && <span className="text-12">it has run</span>}
      >
        Delete
      </MenuItem>
    </Menu>
  );
}
