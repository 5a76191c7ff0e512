import type { NodeCounts as Counts } from '@curlew/contract';
import type { NodeKind } from '@curlew/scenario';
import { classNames } from '../../../lib/class-names.ts';
import { formatNumber } from '../../../lib/format-number.ts';
import { countFigures } from './count-figures.ts';
import { countText } from './count-text.ts';
import { ShowWalksButton } from './show-walks-button.tsx';

interface NodeCountsProps {
  readonly nodeId: string;
  readonly name: string;
  readonly kind: NodeKind;
  readonly counts: Counts;
}

/** How many customers came to a node, and what became of them. */
export function NodeCounts({ nodeId, name, kind, counts }: NodeCountsProps) {
  const figures = countFigures[kind](counts);
  const whole = figures.map(({ label, value }) => `${formatNumber(value)} ${label}`).join(', ');
  return (
    <div className="relative">
      <dl
        className={classNames(
          'flex h-12 items-center border-t px-3',
          figures.length > 3 ? 'justify-between gap-2' : 'gap-6',
        )}
      >
        {figures.map(({ label, value, title }) => (
          <div key={label} className="flex flex-col" title={title ?? `${formatNumber(value)} ${label}`}>
            <dt className="order-2 text-12 text-ink-faint">{label}</dt>
            <dd className="order-1 text-12 font-medium text-ink tabular-nums">{countText(value)}</dd>
          </div>
        ))}
      </dl>
      <ShowWalksButton nodeId={nodeId} name={name} figures={whole} />
    </div>
  );
}
