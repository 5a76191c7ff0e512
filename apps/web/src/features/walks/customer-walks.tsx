import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card } from '../../ui/card.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { customerWalksQuery } from './walk-queries.ts';
import { WalkStatePill } from './walk-state-pill.tsx';
import { describeWaiting } from './walk-words.ts';

interface CustomerWalksProps {
  readonly projectId: string;
  readonly customerId: string;
}

/** Which scenarios a customer is and was in, the latest first. */
export function CustomerWalks({ projectId, customerId }: CustomerWalksProps) {
  const list = useInfiniteQuery(customerWalksQuery(projectId, customerId));
  const walks = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Card title="Scenarios">
      {list.isPending && <Skeleton label="Loading scenarios" rows={2} />}
      {list.isError && walks.length === 0 && (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.isSuccess && walks.length === 0 && (
        <p className="text-13 text-ink-muted">Has not entered any scenario yet.</p>
      )}
      {walks.length > 0 && (
        <ul className="flex flex-col gap-3">
          {walks.map((walk) => (
            <li key={walk.id} className="flex items-start justify-between gap-4">
              <div className="min-w-0">
                <Link
                  to="/projects/$projectId/walks/$walkId"
                  params={{ projectId, walkId: walk.id }}
                  className="block truncate rounded-control text-13 font-medium text-ink underline-offset-2 hover:underline"
                >
                  {walk.scenarioName}
                </Link>
                <p className="text-12 text-ink-faint">
                  Version {walk.versionNumber}, entered <RelativeTime at={walk.startedAt} />
                </p>
                <p className="text-12 text-ink-muted">
                  {walk.state === 'inside' ? (describeWaiting(walk) ?? `At ${walk.nodeName}`) : walk.ending}
                </p>
              </div>
              <WalkStatePill state={walk.state} />
            </li>
          ))}
        </ul>
      )}
      {walks.length > 0 && (
        <div className="-mx-4 mt-3 -mb-4">
          <LoadMore
            shown={walks.length}
            noun={walks.length === 1 ? 'walk' : 'walks'}
            hasMore={list.hasNextPage}
            isLoading={list.isFetchingNextPage}
            error={list.isFetchNextPageError ? list.error : null}
            onLoad={() => void list.fetchNextPage()}
          />
        </div>
      )}
    </Card>
  );
}
