import { useInfiniteQuery } from '@tanstack/react-query';
import { Footprints } from 'lucide-react';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadMore } from '../../../ui/load-more.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { type RunPlace, runWalksQuery, type WalksWanted } from '../walk-queries.ts';
import { WalkRow } from './walk-row.tsx';

interface WalkListProps {
  readonly run: RunPlace;
  readonly wanted: WalksWanted;
  /** One sentence for when nobody is found. */
  readonly emptySentence: string;
}

/** Customers of a run, the latest first, with what decided it. */
export function WalkList({ run, wanted, emptySentence }: WalkListProps) {
  const list = useInfiniteQuery(runWalksQuery(run, wanted));
  const walks = list.data?.pages.flatMap(({ items }) => items) ?? [];
  if (list.isPending) return <Skeleton label="Loading customers" />;
  if (list.isError && walks.length === 0)
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  // So many were looked through that the page had to end before anybody was found.
  if (walks.length === 0 && !list.hasNextPage)
    return <EmptyState icon={<Footprints />} sentence={emptySentence} />;
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
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        error={list.isFetchNextPageError ? list.error : null}
        onLoad={() => void list.fetchNextPage()}
      />
    </>
  );
}
