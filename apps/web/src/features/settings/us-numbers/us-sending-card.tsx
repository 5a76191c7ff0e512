import { useState } from 'react';
import { describeError } from '../../../lib/error-sentences.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { useSwitchUsSending } from './use-switch-us-sending.ts';

interface UsSendingCardProps {
  readonly projectId: string;
  readonly isUsEnabled: boolean;
  readonly mayChange: boolean;
}

/** Switches sending to the US: on after a question, as what was sent cannot be taken back; off at once. */
export function UsSendingCard({ projectId, isUsEnabled, mayChange }: UsSendingCardProps) {
  const [isAsked, setAsked] = useState(false);
  const { mutate, isPending, variables, error, reset } = useSwitchUsSending(projectId);
  const problem = error && <Banner kind="error">{describeError(error)}</Banner>;

  const ask = (isOpen: boolean): void => {
    if (isPending) return;
    reset();
    setAsked(isOpen);
  };
  const change = (isOn: boolean): void => {
    if (isOn) ask(true);
    else if (!isPending) mutate(false);
  };

  return (
    <Card title="US numbers">
      <div className="flex flex-col gap-4">
        <p className="text-13 text-ink-muted">
          Messages to numbers of the United States and its territories are refused until an owner switches
          this on. The rules about consent are strict there, and operators ask for senders that are registered
          with them.
        </p>
        <Switch
          label="Send to numbers in the US"
          isOn={isPending ? variables : isUsEnabled}
          disabled={!mayChange}
          hint="It counts when a customer comes to a message, in running scenarios too. Messages that wait to be sent already leave all the same."
          onChange={change}
        />
        {!isAsked && problem}
      </div>
      <ConfirmDialog
        isOpen={isAsked}
        onOpenChange={ask}
        title="Send to numbers in the US?"
        description={
          <div className="flex flex-col gap-3">
            <p>
              Customers with numbers of the United States and its territories get messages from then on, from
              running scenarios too. A message that was sent cannot be taken back.
            </p>
            <p>
              First make sure that they have agreed to get them, and that your provider has registered your
              senders for the US. That you switched it on is kept in the audit log.
            </p>
            {problem}
          </div>
        }
        confirmLabel="Switch on"
        isWorking={isPending}
        onConfirm={() => mutate(true, { onSuccess: () => setAsked(false) })}
      />
    </Card>
  );
}
