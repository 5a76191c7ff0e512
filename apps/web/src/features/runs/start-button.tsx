import type { Run } from '@curlew/contract';
import { Play } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { StartDialog } from './start-dialog.tsx';

interface StartButtonProps {
  readonly where: { readonly projectId: string; readonly scenarioId: string };
  readonly scenarioName: string;
  /** While it is walking, a second one has to wait. */
  readonly lastRun: Run | null;
  readonly problems: number;
  readonly nodeName: (nodeId: string) => string;
  /** Shows the problems, when there are any. */
  readonly onShowProblems: () => void;
  /** Saves what is not saved yet; false when that failed, and then nothing starts. */
  readonly onBeforeStart: () => Promise<boolean>;
  readonly onStarted: (run: Run) => void;
}

/** The one primary action of a scenario: problems first, then the summary, then the start. */
export function StartButton(props: StartButtonProps) {
  const { where, scenarioName, lastRun, problems, nodeName, onShowProblems, onBeforeStart, onStarted } =
    props;
  const [isOpen, setIsOpen] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const isRunning = lastRun?.status === 'active';

  const open = async (): Promise<void> => {
    if (problems > 0) {
      onShowProblems();
      return;
    }
    setIsSaving(true);
    const isSaved = await onBeforeStart();
    setIsSaving(false);
    setIsOpen(isSaved);
  };

  return (
    <>
      <Button variant="primary" icon={<Play />} loading={isSaving || isRunning} onClick={() => void open()}>
        {isRunning ? 'Running' : 'Start'}
      </Button>
      {isOpen && (
        <StartDialog
          where={where}
          scenarioName={scenarioName}
          lastRun={lastRun}
          nodeName={nodeName}
          onClose={() => setIsOpen(false)}
          onStarted={onStarted}
        />
      )}
    </>
  );
}
