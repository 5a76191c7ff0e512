import { useQuery } from '@tanstack/react-query';
import { messageSettingsQuery } from '../../../lib/message-settings-query.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { DefaultsForm } from './defaults-form.tsx';

interface MessagesSectionProps {
  readonly projectId: string;
  readonly mayChange: boolean;
}

/** What messages follow where their node leaves it to the project. */
export function MessagesSection({ projectId, mayChange }: MessagesSectionProps) {
  const { data, error, refetch } = useQuery(messageSettingsQuery(projectId));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label="Loading the defaults of messages" />;
  return <DefaultsForm projectId={projectId} saved={data.defaults} mayChange={mayChange} />;
}
