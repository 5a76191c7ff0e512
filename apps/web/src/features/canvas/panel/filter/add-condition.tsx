import type { FilterCondition } from '@curlew/scenario';
import { Activity, Plus, ShieldCheck, Tag } from 'lucide-react';
import { Button } from '../../../../ui/button.tsx';
import { MenuItem } from '../../../../ui/menu-item.tsx';
import { Menu } from '../../../../ui/menu.tsx';

interface AddConditionProps {
  readonly label: string;
  readonly onAdd: (kind: FilterCondition['kind']) => void;
}

/** What a condition can be about. */
export function AddCondition({ label, onAdd }: AddConditionProps) {
  return (
    <Menu
      trigger={
        <Button size="small" icon={<Plus />}>
          {label}
        </Button>
      }
    >
      <MenuItem icon={<Tag />} onSelect={() => onAdd('attribute')}>
        Attribute
      </MenuItem>
      <MenuItem icon={<Activity />} onSelect={() => onAdd('event')}>
        Event
      </MenuItem>
      <MenuItem icon={<ShieldCheck />} onSelect={() => onAdd('consent')}>
        Consent
      </MenuItem>
    </Menu>
  );
}
