import type { NodeCounts as Counts } from '@curlew/contract';
import type { NodeKind } from '@curlew/scenario';
import { formatCompact, formatNumber } from '../../../lib/format-number.ts';
import { countFigures } from './count-figures.ts';

interface NodeCountsProps {
  readonly kind: NodeKind;
  readonly counts: Counts;
}

/** Where there is room for a number as it is; from here on it is shortened: 12.3k. */
const longestWhole = 99_999;

/** How many customers came to a node, and what became of them. */
export function NodeCounts({ kind, counts }: NodeCountsProps) {
  return (
    <dl className="flex h-12 items-center justify-between gap-2 border-t px-3">
      {countFigures[kind](counts).map(({ label, value }) => (
        <div key={label} className="flex flex-col" title={`${formatNumber(value)} ${label}`}>
          <dt className="order-2 text-12 text-ink-faint">{label}</dt>
          <dd className="order-1 text-12 font-medium text-ink">
            {value > longestWhole ? formatCompact(value) : formatNumber(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
