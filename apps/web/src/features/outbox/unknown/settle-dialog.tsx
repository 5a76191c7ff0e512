import type { UnknownSelection } from '@curlew/contract';
import { formatCount } from '../../../lib/format-number.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';

interface SettleDialogProps {
  readonly selection: UnknownSelection;
  readonly as: 'sent' | 'failed';
  /** Of a run. */
  readonly scenarioName: string;
  readonly isWorking: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

const consequences = {
  sent: 'They count as sent from now on. A report of the operator that comes later still tells whether they were delivered.',
  failed:
    'They count as failed from now on, unless a report of the operator that comes later says otherwise. Then they can be sent again from their scenario, where its message failed.',
} as const;

/** Asks before a person decides what nobody knows. */
export function SettleDialog({
  selection,
  as,
  scenarioName,
  isWorking,
  onConfirm,
  onClose,
}: SettleDialogProps) {
  const word = as === 'sent' ? 'sent' : 'not sent';
  const what =
    selection.kind === 'run'
      ? `all unknown messages of this run of “${scenarioName}”`
      : formatCount(selection.ids.length, 'message');
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={`Take ${what} as ${word}?`}
      description={`${consequences[as]} Your name is kept with the decision. This cannot be undone.`}
      confirmLabel={`Take as ${word}`}
      isDangerous={as === 'failed'}
      isWorking={isWorking}
      onConfirm={onConfirm}
    />
  );
}
