import { useQuery } from '@tanstack/react-query';
import { formatMoment } from '../../../../lib/format-date.ts';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { Skeleton } from '../../../../ui/skeleton.tsx';
import { pastEventsQuery, type PastEvent } from './event-queries.ts';
import type { EventSource } from './preview-event-store.ts';

interface PastEventsProps {
  readonly projectId: string;
  readonly customer: { readonly id: string; readonly name: string };
  readonly type: string;
  readonly source: Exclude<EventSource, 'typed'>;
  readonly chosenId: string | null;
  readonly onChoose: (event: PastEvent) => void;
}

/** Events that happened, newest first, to pick one of. */
export function PastEvents({ projectId, customer, type, source, chosenId, onChoose }: PastEventsProps) {
  const query = pastEventsQuery({ projectId, customerId: customer.id, type, source });
  const { data, error, refetch } = useQuery(query);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label="Loading events" rows={2} />;
  if (data.length === 0) {
    return (
      <p className="text-13 text-ink-muted">
        {source === 'customer' ? `${customer.name} has no ${type} yet.` : `Nobody has a ${type} yet.`} Type
        one instead.
      </p>
    );
  }
  return (
    <ul aria-label="Past events" className="flex max-h-48 flex-col overflow-y-auto rounded-control border">
      {data.map((event) => (
        <li key={event.id} className="border-b last:border-b-0">
          <button
            type="button"
            aria-pressed={event.id === chosenId}
            onClick={() => onChoose(event)}
            className="flex w-full flex-col px-3 py-1.5 text-left -outline-offset-2 hover:bg-surface-hover aria-pressed:bg-accent-wash"
          >
            <span className="flex w-full justify-between gap-2 text-13 text-ink">
              <span className="shrink-0">{formatMoment(new Date(event.timestamp))}</span>
              {event.customerName !== null && (
                <span className="truncate text-ink-muted">{event.customerName}</span>
              )}
            </span>
            <span className="w-full truncate font-mono text-12 text-ink-muted">
              {JSON.stringify(event.properties)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
