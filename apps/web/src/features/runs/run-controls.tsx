import type { Run } from '@curlew/contract';
import type { ScenarioIssue } from '@curlew/scenario';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuItem } from '../../ui/menu-item.tsx';
import { Menu } from '../../ui/menu.tsx';
import { EndDialog } from './end-dialog.tsx';
import { findControls, type RunCommand } from './find-controls.ts';
import { PublishDialog } from './publish-dialog.tsx';
import { runLooks } from './run-looks.ts';
import { StartDialog } from './start-dialog.tsx';
import { useLifeCycle } from './use-life-cycle.ts';
import { useRunCommands } from './use-run-commands.ts';

interface RunControlsProps {
  readonly where: { readonly projectId: string; readonly scenarioId: string };
  readonly scenarioName: string;
  readonly run: Run | null;
  /** Whether the draft does something else than what runs. */
  readonly hasChanges: boolean;
  readonly problems: number;
  readonly nodeName: (nodeId: string) => string;
  /** Shows the problems, when there are any. */
  readonly onShowProblems: () => void;
  readonly onShowIssue: (issue: ScenarioIssue) => void;
  /** Saves what is not saved yet; false when that failed, and then nothing starts. */
  readonly onBeforeStart: () => Promise<boolean>;
  /** A run is as an answer says it is. */
  readonly onRun: (run: Run) => void;
  /** What is shown of the run is old. */
  readonly onStale: () => void;
}

type Asking = Exclude<RunCommand, 'pause' | 'resume'>;

/** What can be done with a scenario: the one thing that comes next, and the rest in a menu. */
export function RunControls(props: RunControlsProps) {
  const { where, scenarioName, run, problems, nodeName, onShowProblems, onBeforeStart, onRun, onStale } =
    props;
  const [asking, setAsking] = useState<Asking | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const lifeCycle = useLifeCycle({ where, scenarioName, onRun, onStale });
  const { first, others } = findControls(run, props.hasChanges);
  const close = (): void => setAsking(null);

  // What is started or published is what is saved.
  const openSaved = async (command: 'start' | 'publish'): Promise<void> => {
    if (problems > 0) {
      onShowProblems();
      return;
    }
    setIsSaving(true);
    const isSaved = await onBeforeStart();
    setIsSaving(false);
    if (isSaved) setAsking(command);
  };
  const give = (command: RunCommand): void => {
    if (lifeCycle.isPending) return;
    if (command === 'pause' || command === 'resume') lifeCycle.mutate(command);
    else if (command === 'start' || command === 'publish') void openSaved(command);
    else setAsking(command);
  };
  useRunCommands([first, ...others], give);
  const showIssue = (issue: ScenarioIssue): void => {
    close();
    props.onShowIssue(issue);
  };

  const First = runLooks[first].icon;
  return (
    <>
      <Button
        variant={first === 'pause' ? 'secondary' : 'primary'}
        icon={<First />}
        loading={isSaving || (lifeCycle.isPending && asking === null)}
        onClick={() => give(first)}
      >
        {first === 'publish' ? (
          <span>
            Publish<span className="max-md:sr-only"> changes</span>
          </span>
        ) : (
          runLooks[first].label
        )}
      </Button>
      {others.length > 0 && (
        <Menu
          align="end"
          trigger={<IconButton label="More for this run" icon={<Ellipsis />} tooltipSide="bottom" />}
        >
          {others.map((command) => {
            const { icon: Icon, label } = runLooks[command];
            return (
              <MenuItem
                key={command}
                icon={<Icon />}
                isDangerous={command === 'stop'}
                onSelect={() => give(command)}
              >
                {label}
              </MenuItem>
            );
          })}
        </Menu>
      )}
      {asking === 'start' && (
        <StartDialog
          where={where}
          scenarioName={scenarioName}
          lastRun={run}
          nodeName={nodeName}
          onShowIssue={showIssue}
          onClose={close}
          onStarted={onRun}
        />
      )}
      {asking === 'publish' && run && (
        <PublishDialog
          where={where}
          scenarioName={scenarioName}
          run={run}
          nodeName={nodeName}
          onShowIssue={showIssue}
          onClose={close}
          onPublished={onRun}
        />
      )}
      {(asking === 'finish' || asking === 'stop') && run && (
        <EndDialog
          how={asking}
          run={run}
          scenarioName={scenarioName}
          isWorking={lifeCycle.isPending}
          onConfirm={() => lifeCycle.mutate(asking, { onSettled: close })}
          onClose={close}
        />
      )}
    </>
  );
}
