import { useQuery } from '@tanstack/react-query';
import { messageSettingsQuery } from '../../../lib/message-settings-query.ts';
import { Card } from '../../../ui/card.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { notify } from '../../../ui/notify.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { AddSender } from './add-sender.tsx';
import { moveSender } from './move-sender.ts';
import { SenderRow } from './sender-row.tsx';
import { useSaveSenders } from './use-save-senders.ts';

interface SendersSectionProps {
  readonly projectId: string;
  readonly mayChange: boolean;
}

/** The senders that authors of messages pick from, in the order they are offered. */
export function SendersSection({ projectId, mayChange }: SendersSectionProps) {
  const { data, error, refetch } = useQuery(messageSettingsQuery(projectId));
  const { mutate } = useSaveSenders(projectId);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label="Loading senders" />;
  const { senders } = data;

  const remove = (index: number) => {
    mutate(senders.toSpliced(index, 1));
    notify.done(`Removed ${senders[index] ?? ''}`, { label: 'Undo', onClick: () => mutate(senders) });
  };

  return (
    <Card title="Predefined senders">
      <p className="pb-3 text-13 text-ink-muted">
        Whoever writes a message picks its sender from this list, or types another. A sender is up to 11
        letters and digits, a number, or a template that gives one of them.
      </p>
      {senders.length === 0 ? (
        <p className="rounded-control bg-surface-sunken px-3 py-6 text-center text-13 text-ink-muted">
          No sender yet.{mayChange && ' Add the name of your shop, as in HeronReed.'}
        </p>
      ) : (
        <ol aria-label="Senders" className="flex flex-col divide-y rounded-control border">
          {senders.map((sender, index) => (
            <SenderRow
              key={sender}
              sender={sender}
              isFirst={index === 0}
              isLast={index === senders.length - 1}
              mayChange={mayChange}
              onMove={(by) => mutate(moveSender(senders, index, by))}
              onRemove={() => remove(index)}
            />
          ))}
        </ol>
      )}
      {mayChange && <AddSender senders={senders} onAdd={(sender) => mutate([...senders, sender])} />}
    </Card>
  );
}
