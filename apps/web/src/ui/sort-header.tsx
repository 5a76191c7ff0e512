import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import { classNames } from '../lib/class-names.ts';

export type SortDirection = 'ascending' | 'descending';

interface SortHeaderProps {
  readonly label: string;
  /** Null: another column sorts. */
  readonly direction: SortDirection | null;
  readonly onSort: (direction: SortDirection) => void;
  readonly align?: 'start' | 'end';
}

const icons = { ascending: ArrowUp, descending: ArrowDown } as const;

/** The header cell of a column that sorts. */
export function SortHeader({ label, direction, onSort, align = 'start' }: SortHeaderProps) {
  const Icon = direction === null ? ArrowUpDown : icons[direction];
  return (
    <th scope="col" aria-sort={direction ?? 'none'} data-align={align}>
      <button
        type="button"
        onClick={() => onSort(direction === 'ascending' ? 'descending' : 'ascending')}
        className={classNames(
          'group -mx-1 inline-flex h-6 items-center gap-1 rounded-control px-1 font-medium hover:text-ink',
          align === 'end' && 'flex-row-reverse',
        )}
      >
        {label}
        <Icon
          aria-hidden
          className={
            direction === null
              ? 'size-3 opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100'
              : 'size-3 text-accent-ink'
          }
        />
      </button>
    </th>
  );
}
