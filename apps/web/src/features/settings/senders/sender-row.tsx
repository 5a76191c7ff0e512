import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { describeSender } from '../../../lib/describe-sender.ts';
import { IconButton } from '../../../ui/icon-button.tsx';

interface SenderRowProps {
  readonly sender: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly mayChange: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

export function SenderRow({ sender, isFirst, isLast, mayChange, onMove, onRemove }: SenderRowProps) {
  return (
    <li className="flex min-h-11 items-center gap-3 py-1 pr-1 pl-3">
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
        <span className="min-w-0 font-mono text-13 [font-variant-ligatures:none] wrap-anywhere text-ink">
          {sender}
        </span>
        <span className="text-12 text-ink-faint">{describeSender(sender)}</span>
      </div>
      {mayChange && (
        <div className="flex shrink-0">
          <IconButton
            label={`Move ${sender} up`}
            size="small"
            icon={<ArrowUp />}
            disabled={isFirst}
            onClick={() => onMove(-1)}
          />
          <IconButton
            label={`Move ${sender} down`}
            size="small"
            icon={<ArrowDown />}
            disabled={isLast}
            onClick={() => onMove(1)}
          />
          <IconButton label={`Remove ${sender}`} size="small" icon={<Trash2 />} onClick={onRemove} />
        </div>
      )}
    </li>
  );
}
