import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

interface FoldedDetailsProps {
  readonly summary: string;
  readonly children: ReactNode;
}

/** Opens on demand. */
export function FoldedDetails({ summary, children }: FoldedDetailsProps) {
  return (
    <details className="group/details text-12">
      <summary className="inline-flex cursor-default list-none items-center gap-1 rounded-control text-ink-muted hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-3.5 transition-transform duration-(--motion-fast) group-open/details:rotate-90"
        />
        {summary}
      </summary>
      <div className="mt-2 rounded-control border bg-surface-sunken p-3">{children}</div>
    </details>
  );
}
