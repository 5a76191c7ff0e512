import { useInfiniteQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useNow } from '../../../lib/use-now.ts';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadMore } from '../../../ui/load-more.tsx';
import { Select } from '../../../ui/select.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { CampaignEntry } from './campaign-entry.tsx';
import { readCampaignEvent } from './campaign-event.ts';
import { customerEventsQuery, type EventFilter } from './customer-events-query.ts';
import { findTextBearers } from './describe-campaign.ts';
import { groupByDay } from './group-by-day.ts';
import { OtherEntry } from './other-entry.tsx';

interface TimelineProps {
  readonly projectId: string;
  readonly customerId: string;
  readonly filter: EventFilter;
  readonly onFilter: (filter: EventFilter) => void;
}

const filters: readonly { readonly value: EventFilter; readonly label: string }[] = [
  { value: 'all', label: 'All events' },
  { value: 'campaign', label: 'Campaign events' },
];

/** A customer's events, newest first. */
export function Timeline({ projectId, customerId, filter, onFilter }: TimelineProps) {
  const now = useNow();
  const list = useInfiniteQuery(customerEventsQuery({ projectId, customerId, filter }));
  const events = (list.data?.pages.flatMap(({ items }) => items) ?? []).map((event) => ({
    ...event,
    campaign: readCampaignEvent(event),
  }));
  const textBearers = findTextBearers(events);

  return (
    <Card
      title="Events"
      actions={<Select aria-label="Show" size="small" options={filters} value={filter} onChange={onFilter} />}
    >
      {list.isPending && <Skeleton label="Loading events" />}
      {list.isError && events.length === 0 && (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.isSuccess && events.length === 0 && (
        <EmptyState
          icon={<History />}
          sentence={
            filter === 'all'
              ? 'Nothing happened with this customer yet.'
              : 'No message was sent or refused for this customer yet.'
          }
        />
      )}
      {groupByDay(events, now).map((day) => (
        <section key={day.label} aria-label={day.label}>
          <h3 className="mb-3 text-12 font-medium text-ink-muted">{day.label}</h3>
          <ol className="mb-4">
            {day.events.map(({ campaign, ...event }) =>
              campaign ? (
                <CampaignEntry
                  key={event.id}
                  projectId={projectId}
                  event={event}
                  campaign={campaign}
                  showsText={textBearers.has(event.id)}
                />
              ) : (
                <OtherEntry key={event.id} projectId={projectId} event={event} />
              ),
            )}
          </ol>
        </section>
      ))}
      {events.length > 0 && (
        <div className="-mx-4 -mb-4">
          <LoadMore
            shown={events.length}
            noun={events.length === 1 ? 'event' : 'events'}
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
