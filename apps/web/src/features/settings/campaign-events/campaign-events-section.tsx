import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { EventNameForm } from './event-name-form.tsx';
import { eventNamesQuery } from './event-names-query.ts';

interface CampaignEventsSectionProps {
  readonly projectId: string;
  readonly mayChange: boolean;
}

/** What the events that tell of messages are named. */
export function CampaignEventsSection({ projectId, mayChange }: CampaignEventsSectionProps) {
  const { data, error, refetch } = useQuery(eventNamesQuery(projectId));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label="Loading the name of campaign events" />;
  return <EventNameForm projectId={projectId} names={data} mayChange={mayChange} />;
}
