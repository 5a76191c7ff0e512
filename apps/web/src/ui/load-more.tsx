import { describeError } from '../lib/error-sentences.ts';
import { formatNumber } from '../lib/format-number.ts';
import { Button } from './button.tsx';

interface LoadMoreProps {
  /** How many are on the page, and what they are: "customers". */
  readonly shown: number;
  readonly noun: string;
  /** Null: not known, as pages come by cursor. */
  readonly total?: number | null;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  /** Why the next page did not come; null: it did, or nobody asked. */
  readonly error?: unknown;
  readonly onLoad: () => void;
}

/** The foot of a list that comes in pages. */
export function LoadMore({
  shown,
  noun,
  total = null,
  hasMore,
  isLoading,
  error = null,
  onLoad,
}: LoadMoreProps) {
  return (
    // Over the line under the last row.
    <div className="-mt-px flex items-center justify-between gap-4 border-t px-4 py-2">
      <output className="text-12 text-ink-faint">
        {formatNumber(shown)}
        {total === null ? '' : ` of ${formatNumber(total)}`} {noun}
        {total === null && hasMore ? ' so far' : ''}
      </output>
      {error !== null && !isLoading && (
        <p role="alert" className="min-w-0 flex-1 text-right text-12 text-bad">
          {describeError(error)}
        </p>
      )}
      {hasMore && (
        <Button size="small" loading={isLoading} onClick={onLoad}>
          Load more
        </Button>
      )}
    </div>
  );
}
