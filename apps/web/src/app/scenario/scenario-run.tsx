import type { Run, Scenario } from '@curlew/contract';
import type { CanvasFacts } from '../../features/canvas/canvas-props.ts';
import { useHasChanges } from '../../features/canvas/versions/use-has-changes.ts';
import { RunControls } from '../../features/runs/run-controls.tsx';
import { isGoingOn } from '../../features/runs/run-totals.ts';
import { RestoreButton } from '../../features/scenarios/change/restore-button.tsx';

interface ScenarioRunProps {
  readonly projectId: string;
  readonly scenario: Scenario;
  readonly run: Run | null;
  readonly facts: CanvasFacts;
  readonly onRun: (run: Run) => void;
  readonly onStale: () => void;
}

/** The controls of a scenario's run, over the draft that the canvas has. */
export function ScenarioRun({ projectId, scenario, run, facts, onRun, onStale }: ScenarioRunProps) {
  const where = { projectId, scenarioId: scenario.id };
  const hasChanges = useHasChanges(where, run && isGoingOn(run) && !run.resend ? run.versionNumber : null);
  // What is in the archive cannot be started: what comes next is to take it out of there.
  if (scenario.status === 'archived') return <RestoreButton projectId={projectId} scenario={scenario} />;
  return (
    <RunControls
      where={where}
      scenarioName={scenario.name}
      run={run}
      hasChanges={hasChanges}
      problems={facts.errorCount}
      nodeName={facts.nodeName}
      onShowProblems={facts.showProblems}
      onShowIssue={facts.showProblem}
      onBeforeStart={facts.saveNow}
      onRun={onRun}
      onStale={onStale}
    />
  );
}
