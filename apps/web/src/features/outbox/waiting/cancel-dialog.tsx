import { formatCount } from '../../../lib/format-number.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import type { CancelRequest } from './use-cancel-waiting.ts';

interface CancelDialogProps {
  readonly request: CancelRequest;
  readonly isWorking: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before messages are cancelled, and says how many. */
export function CancelDialog({ request: { run, node }, isWorking, onConfirm, onClose }: CancelDialogProps) {
  const count = node?.waiting ?? run.waiting;
  const messages = formatCount(count, 'message');
  const of = node ? `“${node.nodeName}” in “${run.scenarioName}”` : `“${run.scenarioName}”`;
  const others =
    run.status === 'active' || run.status === 'finishing'
      ? ' Whoever comes to it later still gets theirs: to end that too, stop the scenario.'
      : '';
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={`Cancel ${messages} of ${of}?`}
      description={`${messages} ${count === 1 ? 'waits' : 'wait'} at this moment and will never be sent. What leaves before its turn to be cancelled is sent, and you are told how many that were.${others} This cannot be undone.`}
      confirmLabel="Cancel messages"
      keepLabel="Keep them"
      isDangerous
      isWorking={isWorking}
      onConfirm={onConfirm}
    />
  );
}
