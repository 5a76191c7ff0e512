import type { Run } from '@curlew/contract';
import { formatCount } from '../../lib/format-number.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { countAllInside } from './run-totals.ts';

interface EndDialogProps {
  readonly how: 'finish' | 'stop';
  readonly run: Run;
  readonly scenarioName: string;
  readonly isWorking: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

const describeFinish = (inside: number): string => {
  const people = formatCount(inside, 'customer');
  const others =
    inside === 0
      ? 'Nobody is inside, so the run ends at once.'
      : `${people} inside ${inside === 1 ? 'goes' : 'go'} on to the end of their way.`;
  return `Nobody enters any more. ${others} To let people in again, publish or start it anew.`;
};

const describeStop = (inside: number, leavingEarlier: number): string => {
  const people = formatCount(inside, 'customer');
  const walks =
    inside === 0
      ? 'Nobody is inside.'
      : `${people} ${inside === 1 ? 'is' : 'are'} inside: their walks end where they stand.`;
  const earlier =
    leavingEarlier > 0
      ? ` Those of earlier runs too: ${formatCount(leavingEarlier, 'message')} of theirs ${leavingEarlier === 1 ? 'has' : 'have'} not left.`
      : '';
  return `${walks} Messages that have not been sent are cancelled.${earlier} This cannot be undone.`;
};

/** Asks before a run is brought to its end, and says whom that concerns. */
export function EndDialog({ how, run, scenarioName, isWorking, onConfirm, onClose }: EndDialogProps) {
  const inside = countAllInside(run);
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={how === 'stop' ? `Stop “${scenarioName}” now?` : `Finish “${scenarioName}”?`}
      description={how === 'stop' ? describeStop(inside, run.leavingEarlier) : describeFinish(inside)}
      confirmLabel={how === 'stop' ? 'Stop now' : 'Finish scenario'}
      isDangerous={how === 'stop'}
      isWorking={isWorking}
      onConfirm={onConfirm}
    />
  );
}
