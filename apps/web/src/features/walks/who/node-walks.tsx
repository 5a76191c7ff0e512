import { ChevronRight } from 'lucide-react';
import { formatNumber } from '../../../lib/format-number.ts';
import type { WhoTab } from './who-tabs.ts';

interface NodeWalksProps {
  readonly tabs: readonly WhoTab[];
  readonly onShow: (tab: string) => void;
}

/** In the panel of a node while a run is shown: how many are and were here, each number leading to who. */
export function NodeWalks({ tabs, onShow }: NodeWalksProps) {
  return (
    <section aria-label="Who was here" className="flex flex-col gap-1 border-t pt-4">
      <h3 className="text-13 font-semibold">Who was here</h3>
      <ul>
        {tabs.map(({ value, label, count }) => (
          <li key={value}>
            <button
              type="button"
              className="-mx-2 flex h-8 w-[calc(100%+1rem)] items-center gap-2 rounded-control px-2 text-13 hover:bg-surface-hover"
              onClick={() => onShow(value)}
            >
              <span className="min-w-0 flex-1 truncate text-left text-ink-muted">{label}</span>
              {count !== null && <span className="font-medium tabular-nums">{formatNumber(count)}</span>}
              <ChevronRight aria-hidden className="size-4 text-ink-faint" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
