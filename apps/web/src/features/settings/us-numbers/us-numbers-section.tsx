import { useQuery } from '@tanstack/react-query';
import { projectQuery } from '../../../lib/project-query.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { UsSendingCard } from './us-sending-card.tsx';

interface UsNumbersSectionProps {
  readonly projectId: string;
  readonly mayChange: boolean;
}

/** Whether messages go to numbers in the US. */
export function UsNumbersSection({ projectId, mayChange }: UsNumbersSectionProps) {
  const { data, error, refetch } = useQuery(projectQuery(projectId));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label="Loading what becomes of US numbers" />;
  return <UsSendingCard projectId={projectId} isUsEnabled={data.isUsEnabled} mayChange={mayChange} />;
}
