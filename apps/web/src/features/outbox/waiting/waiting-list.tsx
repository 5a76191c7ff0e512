import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useMayActAs } from '../../../lib/use-may-act-as.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadMore } from '../../../ui/load-more.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { outboxCountsQuery, type OutboxScope, waitingQuery } from '../outbox-queries.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { CancelOrders } from './cancel-orders.tsx';
import { type CancelRequest, useCancelWaiting } from './use-cancel-waiting.ts';
import { WaitingTable } from './waiting-table.tsx';

// Where nothing waits all runs were looked through: that need not be often.
const refreshMs = 5_000;
const emptyMs = 20_000;

/** How many messages wait to be sent, and how to call them off. */
export function WaitingList({ scope }: { readonly scope: OutboxScope }) {
  const { projectId } = scope;
  const mayCancel = useMayActAs(projectId, 'editor');
  // It is known here sooner that something waits again.
  const waits = (useQuery(outboxCountsQuery(scope)).data?.waiting.count ?? 0) > 0;
  const list = useInfiniteQuery({
    ...waitingQuery(scope),
    refetchInterval: ({ state: { data } }) => {
      const [first, second] = data?.pages ?? [];
      if (!first || second) return false;
      return first.items.length > 0 || waits ? refreshMs : emptyMs;
    },
  });
  const runs = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const [asked, setAsked] = useState<CancelRequest | null>(null);
  const cancel = useCancelWaiting(projectId);
  const isEmpty = runs.length === 0 && !list.hasNextPage;

  return (
    <>
      {list.isPending && <Skeleton label="Loading waiting messages" rows={8} />}
      {list.isError && !list.data && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && isEmpty && (
        <EmptyState
          icon={<CircleCheck />}
          sentence="No message waits to be sent. Those of a paused scenario, and those that the operator puts off or is too slow for, are counted here."
        />
      )}
      {list.data && !isEmpty && (
        <>
          {runs.length > 0 && (
            <p className="max-w-200 px-4 py-3 text-13 text-ink-muted">
              These messages are written and not on their way yet: their scenario is paused, it is not their
              turn, or the operator has put them off. What is cancelled is never sent.
            </p>
          )}
          {runs.length > 0 && (
            <WaitingTable projectId={projectId} runs={runs} onCancel={mayCancel ? setAsked : null} />
          )}
          <LoadMore
            shown={runs.length}
            noun={runs.length === 1 ? 'run' : 'runs'}
            hasMore={list.hasNextPage}
            isLoading={list.isFetchingNextPage}
            error={list.isFetchNextPageError ? list.error : null}
            onLoad={() => void list.fetchNextPage()}
          />
        </>
      )}
      <CancelOrders projectId={projectId} />
      {asked && (
        <CancelDialog
          request={asked}
          isWorking={cancel.isPending}
          onConfirm={() => cancel.mutate(asked, { onSettled: () => setAsked(null) })}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
