import type { ReactNode } from 'react';

interface TableProps {
  /** What the rows are, for screen readers. */
  readonly label: string;
  /** `thead` and `tbody`, written plainly; SortHeader for a column that sorts, `data-align="end"` on a cell of numbers. */
  readonly children: ReactNode;
}

/** Dense rows under a header that stays. Scrolls in itself, so it stands where it is given a height (Page `fill`). */
export function Table({ label, children }: TableProps) {
  return (
    // A region that scrolls must be reachable by keyboard, which is what the tab stop is for.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section aria-label={label} tabIndex={0} className="min-h-0 overflow-auto -outline-offset-2">
      <table
        className={
          'w-full border-separate border-spacing-0 text-13 ' +
          '[&_th]:sticky [&_th]:top-0 [&_th]:z-10 [&_th]:h-8 [&_th]:border-b [&_th]:bg-surface-sunken [&_th]:px-3 [&_th]:text-left [&_th]:text-12 [&_th]:font-medium [&_th]:whitespace-nowrap [&_th]:text-ink-muted ' +
          '[&_td]:h-10 [&_td]:border-b [&_td]:px-3 [&_tbody_tr:hover]:bg-surface-hover [&_tr[aria-selected=true]]:bg-accent-wash ' +
          '[&_td:first-child]:pl-4 [&_td:last-child]:pr-4 [&_th:first-child]:pl-4 [&_th:last-child]:pr-4 [&_[data-align=end]]:text-right'
        }
      >
        {children}
      </table>
    </section>
  );
}
