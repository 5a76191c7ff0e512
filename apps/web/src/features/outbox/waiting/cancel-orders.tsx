import type { CancelOrder } from '@curlew/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '../../../ui/button.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { cancelOrdersQuery } from '../outbox-queries.ts';
import { describeOrder } from './order-words.ts';

function OrderItem({ order }: { readonly order: CancelOrder }) {
  const { scenarioName, nodeName, asked, cancelled, tooLate, orderedBy, orderedAt } = order;
  const of = nodeName === null ? scenarioName : `${scenarioName}, ${nodeName}`;
  return (
    <li className="flex flex-col gap-1 border-b px-4 py-2 text-13">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="min-w-0 truncate font-medium">{of}</span>
        <span className="text-12 text-ink-faint">
          <RelativeTime at={orderedAt} /> by {orderedBy}
        </span>
      </p>
      <output className="text-ink-muted">{describeOrder(order)}.</output>
      {tooLate === null && (
        <ProgressBar label={`Cancelling what waits of ${of}`} value={cancelled} max={asked} />
      )}
    </li>
  );
}

const goingOnMs = 1_000;

/** What was cancelled before it was sent, by whom, and how much of it came too late. */
export function CancelOrders({ projectId }: { readonly projectId: string }) {
  const list = useInfiniteQuery({
    ...cancelOrdersQuery(projectId),
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(({ endedAt }) => endedAt === null))
        ? goingOnMs
        : false,
  });
  const orders = list.data?.pages.flatMap(({ items }) => items) ?? [];
  if (orders.length === 0) return null;
  return (
    <section aria-labelledby="cancelled-before" className="mt-4 border-t">
      <h2 id="cancelled-before" className="px-4 pt-4 pb-2 text-14 font-semibold">
        Cancelled before it was sent
      </h2>
      <ul>
        {orders.map((order) => (
          <OrderItem key={order.id} order={order} />
        ))}
      </ul>
      {list.hasNextPage && (
        <div className="px-4 py-2">
          <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Show earlier ones
          </Button>
        </div>
      )}
    </section>
  );
}
