import type { KeyboardEvent } from 'react';
import { useNow } from '../../../lib/use-now.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadMore } from '../../../ui/load-more.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { groupByDay } from './days.ts';
import type { Versions } from './use-versions.ts';
import { VersionRow } from './version-row.tsx';

interface VersionListProps {
  readonly versions: Versions;
}

/** The arrow keys go from version to version. */
const moveFocus = (event: KeyboardEvent<HTMLElement>): void => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('button[data-version]')];
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = rows[at + step];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
  next.click();
};

/** Who saved what when, by day, newest first. */
export function VersionList({ versions: { versions, list, chosen, choose } }: VersionListProps) {
  const now = useNow();
  if (list.isPending) return <Skeleton label="Loading versions" />;
  if (list.error && versions.length === 0)
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;

  return (
    // The buttons inside take the keys; the list only leads them on.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={moveFocus} className="pb-2">
      {groupByDay(versions, now).map(({ title, versions: ofDay }) => (
        <section key={title} aria-label={title}>
          <h3 className="sticky top-0 z-10 bg-surface px-4 pt-3 pb-1 text-12 font-medium text-ink-faint">
            {title}
          </h3>
          <ul className="px-2">
            {ofDay.map((version) => (
              <li key={version.id}>
                <VersionRow
                  version={version}
                  isChosen={version.id === chosen?.id}
                  onChoose={() => choose(version.id)}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {list.hasNextPage && (
        <LoadMore
          shown={versions.length}
          noun="versions"
          hasMore
          isLoading={list.isFetchingNextPage}
          error={list.error}
          onLoad={() => void list.fetchNextPage()}
        />
      )}
    </div>
  );
}
