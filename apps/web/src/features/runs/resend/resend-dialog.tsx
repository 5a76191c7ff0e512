import type { ResendPreview, Run } from '@curlew/contract';
import type { ScenarioIssue } from '@curlew/scenario';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { describeError } from '../../../lib/error-sentences.ts';
import { formatCount } from '../../../lib/format-number.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { BlockingIssues } from '../blocking-issues.tsx';
import { ReasonList } from './reason-list.tsx';
import { isChosenFirst, isOfItsText, keyOfReason } from './resend-words.ts';
import { type ResendPlace, useResend } from './use-resend.ts';

interface ResendDialogProps {
  readonly place: ResendPlace;
  readonly messageName: string;
  readonly onBeforeLook: () => Promise<boolean>;
  readonly onShowIssue: (issue: ScenarioIssue) => void;
  readonly onClose: () => void;
  readonly onStarted: (run: Run) => void;
}

const errorsOf = ({ issues }: ResendPreview): ScenarioIssue[] =>
  issues.filter(({ severity }) => severity === 'error');

/** Says who got nothing and why, and sends the message again to those who are chosen. */
export function ResendDialog(props: ResendDialogProps) {
  const { place, messageName, onBeforeLook, onShowIssue, onClose, onStarted } = props;
  const { preview, send } = useResend({
    place,
    messageName,
    onBeforeLook,
    onStarted: (run) => {
      onStarted(run);
      onClose();
    },
  });
  // Null: nobody has ticked anything yet.
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null);
  const { data } = preview;
  const reasons = data?.reasons ?? [];
  const chosen = picked ?? new Set(reasons.filter(isChosenFirst).map(keyOfReason));
  const wanted = reasons.filter((reason) => chosen.has(keyOfReason(reason)));
  const customers = wanted.reduce((sum, reason) => sum + reason.customers, 0);
  const errors = data ? errorsOf(data) : [];
  const failsAgain = data && !data.isChanged && errors.length === 0 && wanted.some(isOfItsText);
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={`Send “${messageName}” again?`}
      description="Only to customers for whom it failed the last time. Nobody who got it gets it twice, and nobody of whom it is unknown. A message that has left cannot be called back."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            icon={<Send />}
            disabled={!data || errors.length > 0 || customers === 0}
            loading={send.isPending || preview.isRefetching}
            onClick={() =>
              data &&
              send.mutate({
                revision: data.revision,
                reasons: wanted.map(({ status, reason }) => ({ status, reason })),
              })
            }
          >
            {customers === 0 ? 'Send again' : `Send again to ${formatCount(customers, 'customer')}`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {preview.isPending && <Skeleton label="Looking for those who got nothing" rows={3} />}
        {preview.isError && <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />}
        {send.isError && <Banner kind="error">{describeError(send.error)}</Banner>}
        {errors.length > 0 && (
          <BlockingIssues issues={errors} nodeName={() => messageName} onShow={onShowIssue} />
        )}
        {data && reasons.length === 0 && (
          <p className="text-13 text-ink-muted">
            Nobody is left to send it to: everyone got this message, may still get it, or nobody knows whether
            they did.
          </p>
        )}
        {data && reasons.length > 0 && (
          <>
            <ReasonList reasons={reasons} chosen={chosen} onChange={setPicked} />
            {data.rejected > 0 && (
              <p className="text-12 text-ink-muted">
                {formatCount(data.rejected, 'more message')} the provider refused outright. They count as
                failed, and are not sent again.
              </p>
            )}
            {data.rarer > 0 && (
              <p className="text-12 text-ink-muted">
                {formatCount(data.rarer, 'more customer')} for reasons that are rarer than these: they are
                listed once these are sent.
              </p>
            )}
            {failsAgain && (
              <Banner kind="warning">
                The message is the same as then. Whoever failed for what it says fails again, unless their own
                data changed.
              </Banner>
            )}
            <p className="text-12 text-ink-muted">
              {data.isChanged
                ? 'The message as it is drawn now is sent, which is another one than then.'
                : 'The message as it is drawn now is sent.'}{' '}
              Consent, silent hours and frequency are asked about again, and what comes after the message in
              the scenario is not run again.
            </p>
          </>
        )}
      </div>
    </Dialog>
  );
}
