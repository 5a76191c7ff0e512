import type { UnknownMessage } from '@curlew/contract';
import { Check, CircleHelp, Ellipsis, X } from 'lucide-react';
import { IconButton } from '../../../ui/icon-button.tsx';
import { MenuItem } from '../../../ui/menu-item.tsx';
import { MenuSeparator } from '../../../ui/menu-separator.tsx';
import { Menu } from '../../../ui/menu.tsx';
import type { UnknownRequest } from './use-unknown-actions.ts';

interface UnknownRowMenuProps {
  readonly message: UnknownMessage;
  readonly onAct: (request: UnknownRequest) => void;
}

/** What can be done about one message, or about all of its run. */
export function UnknownRowMenu({ message, onAct }: UnknownRowMenuProps) {
  const { id, runId, customerName } = message;
  const one = { kind: 'messages', ids: [id] } satisfies UnknownRequest['selection'];
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          size="small"
          label={`Actions for the message to ${customerName}`}
          icon={<Ellipsis />}
          tooltipSide="left"
        />
      }
    >
      <MenuItem icon={<CircleHelp />} onSelect={() => onAct({ action: 'ask', selection: one })}>
        Ask the operator again
      </MenuItem>
      <MenuItem icon={<Check />} onSelect={() => onAct({ action: 'sent', selection: one })}>
        Take as sent
      </MenuItem>
      <MenuItem icon={<X />} onSelect={() => onAct({ action: 'failed', selection: one })}>
        Take as not sent
      </MenuItem>
      {runId !== null && (
        <>
          <MenuSeparator />
          <MenuItem
            icon={<CircleHelp />}
            onSelect={() => onAct({ action: 'ask', selection: { kind: 'run', runId } })}
          >
            Ask about all of this run
          </MenuItem>
          <MenuItem
            icon={<Check />}
            onSelect={() => onAct({ action: 'sent', selection: { kind: 'run', runId } })}
          >
            Take all of this run as sent
          </MenuItem>
          <MenuItem
            icon={<X />}
            onSelect={() => onAct({ action: 'failed', selection: { kind: 'run', runId } })}
          >
            Take all of this run as not sent
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
