import type { AudienceResult } from '@curlew/contract';
import { formatCount, formatNumber, formatShare } from '../../../lib/format-number.ts';

/** How many messages take how many parts. */
export function PartsChart({ byParts, messages }: Pick<AudienceResult, 'byParts' | 'messages'>) {
  return (
    <ul className="flex flex-col gap-1.5">
      {byParts.map(({ parts, messages: own }) => (
        <li key={parts} className="grid grid-cols-[4rem_1fr_9rem] items-center gap-3 text-13">
          <span className="text-ink-muted">{formatCount(parts, 'part')}</span>
          <span aria-hidden className="h-2 overflow-hidden rounded-full bg-surface-hover">
            <span
              className="block h-full origin-left bg-accent"
              style={{ transform: `scaleX(${own / messages})` }}
            />
          </span>
          <span className="text-right tabular-nums">
            {formatNumber(own)} <span className="text-ink-muted">({formatShare(own, messages)})</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
