import type { Expectation, ExpectationResult } from '@curlew/contract';
import { Check, CircleHelp, Copy, Ellipsis, Pencil, Play, Trash2, X } from 'lucide-react';
import { IconButton } from '../../../ui/icon-button.tsx';
import { MenuItem } from '../../../ui/menu-item.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { StatusPill } from '../../../ui/status-pill.tsx';
import { Switch } from '../../../ui/switch.tsx';

interface ExpectationRowProps {
  readonly expectation: Expectation;
  /** Undefined: it was not run yet. */
  readonly result: ExpectationResult | undefined;
  readonly mayChange: boolean;
  readonly onBlock: (blocks: boolean) => void;
  readonly onShow: () => void;
  readonly onEdit: () => void;
  readonly onDuplicate: () => void;
  readonly onDelete: () => void;
}

const looks = {
  met: { word: 'Met', tone: 'good', icon: <Check /> },
  not_met: { word: 'Not met', tone: 'bad', icon: <X /> },
  not_run: { word: 'Not run', tone: 'warn', icon: <CircleHelp /> },
} as const;

/** Something that is expected, and what came of it. */
export function ExpectationRow({ expectation, result, mayChange, ...props }: ExpectationRowProps) {
  const { onBlock, onShow, onEdit, onDuplicate, onDelete } = props;
  const { name, blocks } = expectation;
  const look = result && looks[result.status];
  return (
    <li className="flex flex-col gap-2 py-2">
      <div className="flex items-center gap-1">
        <p className="min-w-0 flex-1 text-13 break-words text-ink">{name}</p>
        <IconButton label={`Play ${name}`} icon={<Play />} size="small" onClick={onShow} />
        {mayChange && (
          <Menu
            align="end"
            trigger={<IconButton label={`More for ${name}`} icon={<Ellipsis />} size="small" />}
          >
            <MenuItem icon={<Pencil />} onSelect={onEdit}>
              Change…
            </MenuItem>
            <MenuItem icon={<Copy />} onSelect={onDuplicate}>
              Duplicate
            </MenuItem>
            <MenuItem icon={<Trash2 />} isDangerous onSelect={onDelete}>
              Delete
            </MenuItem>
          </Menu>
        )}
      </div>
      <div className="flex items-center justify-between gap-2">
        {mayChange ? (
          <Switch label="Blocks the start" isOn={blocks} onChange={onBlock} />
        ) : (
          <p className="text-12 text-ink-muted">{blocks ? 'Blocks the start' : 'Warns before the start'}</p>
        )}
        {look && (
          <StatusPill tone={look.tone} icon={look.icon}>
            {look.word}
          </StatusPill>
        )}
      </div>
      {result?.differences.map(({ message }) => (
        <p key={message} className="text-12 text-ink-muted">
          {message}.
        </p>
      ))}
    </li>
  );
}
