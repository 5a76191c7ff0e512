import { Check, CircleHelp, X } from 'lucide-react';
import { formatCount } from '../../../lib/format-number.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { UnknownAction } from './unknown-words.ts';

interface UnknownBarProps {
  readonly count: number;
  /** What is being done at this moment. */
  readonly working: UnknownAction | null;
  readonly onAct: (action: UnknownAction) => void;
  readonly onClear: () => void;
}

/** What can be done about all that is selected. */
export function UnknownBar({ count, working, onAct, onClear }: UnknownBarProps) {
  return (
    <div
      role="toolbar"
      aria-label="Selected messages"
      className="flex flex-wrap items-center gap-2 border-b bg-accent-wash px-4 py-1.5"
    >
      <output className="mr-2 text-13 font-medium text-ink">{formatCount(count, 'message')} selected</output>
      <Button size="small" icon={<CircleHelp />} loading={working === 'ask'} onClick={() => onAct('ask')}>
        Ask the operator again
      </Button>
      <Button size="small" icon={<Check />} onClick={() => onAct('sent')}>
        Take as sent
      </Button>
      <Button size="small" icon={<X />} onClick={() => onAct('failed')}>
        Take as not sent
      </Button>
      <span className="ml-auto">
        <IconButton
          size="small"
          label="Clear the selection"
          icon={<X />}
          onClick={onClear}
          tooltipSide="left"
        />
      </span>
    </div>
  );
}
