import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../lib/class-names.ts';

interface SortHeaderProps {
  /** The way that its column is sorted now; null: another column is. */
  readonly order: 'asc' | 'desc' | null;
  readonly onSort: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The head of a column that sorts the table. */
export function SortHeader({ order, onSort, className, children }: SortHeaderProps) {
  const Arrow = order === 'asc' ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      className={className}
      aria-sort={order === null ? 'none' : order === 'asc' ? 'ascending' : 'descending'}
    >
      <button
        type="button"
        onClick={onSort}
        className="group -mx-1 inline-flex h-6 items-center gap-1 rounded-control px-1 font-medium hover:bg-surface-hover hover:text-ink"
      >
        {children}
        <Arrow
          aria-hidden
          className={classNames(
            'size-3.5',
            order === null && 'invisible group-hover:visible group-focus-visible:visible',
          )}
        />
      </button>
    </th>
  );
}
