import { useInfiniteQuery } from '@tanstack/react-query';
import { Footprints, SearchX } from 'lucide-react';
import { useEffect } from 'react';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadMore } from '../../../ui/load-more.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { type RunPlace, runWalksQuery, type WalksWanted } from '../walk-queries.ts';
import { WalkRow } from './walk-row.tsx';

interface WalkListProps {
  readonly run: RunPlace;
  readonly wanted: WalksWanted;
  /** One sentence for when nobody is found, whoever is searched for. */
  readonly emptySentence: string;
}

/** Customers of a run, the latest first, with what decided it. */
export function WalkList({ run, wanted, emptySentence }: WalkListProps) {
  const list = useInfiniteQuery(runWalksQuery(run, wanted));
  const { hasNextPage, isFetching, isError, fetchNextPage } = list;
  const walks = list.data?.pages.flatMap(({ items }) => items) ?? [];
  // So many were looked through that the page had to end before anybody was found.
  const looksOn = walks.length === 0 && hasNextPage && !isError;
  useEffect(() => {
    if (looksOn && !isFetching) void fetchNextPage();
  }, [looksOn, isFetching, fetchNextPage]);

  if (list.isPending || (list.isPlaceholderData && walks.length === 0))
    return <Skeleton label="Loading customers" />;
  if (isError && walks.length === 0)
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (looksOn) return <Skeleton label="Looking through more customers" />;
  if (walks.length === 0)
    return wanted.search ? (
      <EmptyState
        icon={<SearchX />}
        sentence={`Nobody here has “${wanted.search}” in their name, e-mail, phone or ids.`}
      />
    ) : (
      <EmptyState icon={<Footprints />} sentence={emptySentence} />
    );
  return (
    <>
      <ul aria-label="Customers" className="flex flex-col">
        {walks.map((walk) => (
          <WalkRow
            key={walk.id}
            projectId={run.projectId}
            walk={walk}
            showsNode={wanted.nodeId === undefined}
          />
        ))}
      </ul>
      <LoadMore
        shown={walks.length}
        noun={walks.length === 1 ? 'customer' : 'customers'}
        hasMore={hasNextPage}
        isLoading={list.isFetchingNextPage}
        error={list.isFetchNextPageError ? list.error : null}
        onLoad={() => void fetchNextPage()}
      />
    </>
  );
}
