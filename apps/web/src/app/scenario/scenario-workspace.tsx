import type { Run, Scenario } from '@curlew/contract';
import { nodeKinds } from '@curlew/scenario';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { ShowWalksContext } from '../../features/canvas/flow/show-walks-context.ts';
import { useStore } from 'zustand';
import { ScenarioCanvas } from '../../features/canvas/scenario-canvas.tsx';
import { scenarioQuery } from '../../features/canvas/scenario-query.ts';
import { DryRunButton } from '../../features/dry-run/dry-run-button.tsx';
import { createDryRunStore } from '../../features/dry-run/dry-run-store.ts';
import { countsByNode } from '../../features/runs/counts-by-node.ts';
import { RefusalsDialog } from '../../features/runs/refusals-dialog.tsx';
import { mayResend } from '../../features/runs/resend/has-failed.ts';
import { ResendDialog } from '../../features/runs/resend/resend-dialog.tsx';
import { RunStrip } from '../../features/runs/run-strip.tsx';
import { factsOf } from '../../features/runs/run-totals.ts';
import { useLiveRun } from '../../features/runs/use-live-run.ts';
import { RefusedWalks } from '../../features/walks/who/refused-walks.tsx';
import { stateOf } from '../../lib/scenario-state.ts';
import { StatePill } from '../../ui/state-pill.tsx';
import { DryRunOver, DryRunSide } from './dry-run-mode.tsx';
import { NodeSettings } from './node-settings.tsx';
import { ScenarioRun } from './scenario-run.tsx';
import { NodeWalksSection } from './node-walks-section.tsx';
import { usePastRun } from './use-past-run.tsx';
import { useWalkDialogs } from './use-walk-dialogs.tsx';

interface Resending {
  readonly runId: string;
  readonly nodeId: string;
  readonly name: string;
}

interface ScenarioWorkspaceProps {
  readonly projectId: string;
  readonly scenario: Scenario;
  readonly isReadOnly: boolean;
  readonly openNodeId: string | null;
  readonly onOpenNode: (nodeId: string | null) => void;
  readonly onOpenScenario: (scenarioId: string) => void;
  /** Whether the list of its runs is the first to be seen. */
  readonly beginsWithRuns: boolean;
  readonly onRunsClosed: () => void;
}

/** Canvas, message editor and run of one scenario, put together. */
export function ScenarioWorkspace(props: ScenarioWorkspaceProps) {
  const { projectId, scenario, isReadOnly, beginsWithRuns, onRunsClosed, ...canvas } = props;
  const queryClient = useQueryClient();
  const where = { projectId, scenarioId: scenario.id };
  const { run, isLive, tell } = useLiveRun(where, scenario.currentRun);
  const [dryRun] = useState(() => createDryRunStore(Date.now()));
  const isDry = useStore(dryRun, (state) => state.isOpen);
  const [isRefusalsOpen, setRefusalsOpen] = useState(false);
  const [resending, setResending] = useState<Resending | null>(null);
  const onResend = !isReadOnly && scenario.status !== 'archived' && mayResend(run) ? setResending : null;
  const { nodes } = scenario.document;
  const counts = useMemo(
    () =>
      run &&
      countsByNode(
        run,
        nodes.map(({ id }) => id),
      ),
    [run, nodes],
  );
  const { shown: pastRun, show: showPast, hide: hidePast } = usePastRun(where);
  // A dry run is played on the drawing.
  const past = isDry ? null : pastRun;
  const { onOpenNode } = canvas;
  const openNode = useCallback(
    (nodeId: string | null) => {
      if (nodeId !== null) hidePast();
      onOpenNode(nodeId);
    },
    [hidePast, onOpenNode],
  );
  const shownRun = past?.run ?? run;
  const shownNodes = past?.document.nodes ?? nodes;
  const walks = useWalkDialogs({
    where,
    run: shownRun,
    nodes: shownNodes,
    counts: past?.counts ?? counts,
    beginsWithRuns,
    onRunsClosed,
    onResend,
    onShowPast: (runId) => {
      dryRun.setState({ isOpen: false });
      showPast(runId);
    },
  });

  const state = stateOf(scenario.status, run && factsOf(run));

  // The state of a scenario changes with its run, which only the server knows.
  const { queryKey } = scenarioQuery(projectId, scenario.id);
  const renew = () => queryClient.invalidateQueries({ queryKey });
  const follow = (told: Run): void => {
    tell(told);
    hidePast();
    void renew();
  };
  const renewWhenRun = useEffectEvent(renew);
  const hasChanged = run?.status !== scenario.currentRun?.status;
  useEffect(() => {
    if (hasChanged) void renewWhenRun();
  }, [hasChanged]);

  return (
    <ShowWalksContext value={run ? walks.showNode : null}>
      <ScenarioCanvas
        {...canvas}
        onOpenNode={openNode}
        projectId={projectId}
        scenario={scenario}
        isReadOnly={isReadOnly}
        counts={counts}
        mode={
          isDry
            ? {
                over: <DryRunOver where={where} store={dryRun} />,
                side: <DryRunSide where={where} store={dryRun} />,
              }
            : null
        }
        badge={<StatePill state={state} />}
        pastRun={past?.over ?? null}
        strip={
          shownRun && (
            <RunStrip
              projectId={projectId}
              run={shownRun}
              isLive={past?.isLive ?? isLive}
              onShowRefusals={() => setRefusalsOpen(true)}
              onShowRuns={walks.showRuns}
              onShowLate={walks.showLate}
            />
          )
        }
        renderPanel={(node, tools) => (
          <>
            <NodeSettings projectId={projectId} scenario={scenario} node={node} tools={tools} />
            {counts && (
              <NodeWalksSection
                node={node}
                counts={counts.get(node.id) ?? null}
                onShow={(tab) => walks.showNode(node.id, tab)}
                onShowLate={walks.showLate}
                onResend={
                  run &&
                  onResend &&
                  (() =>
                    onResend({
                      runId: run.id,
                      nodeId: node.id,
                      name: node.name || nodeKinds[node.kind].title,
                    }))
                }
              />
            )}
          </>
        )}
        renderActions={(facts) => (
          <>
            <DryRunButton store={dryRun} />
            {resending && (
              <ResendDialog
                place={{ ...where, runId: resending.runId, nodeId: resending.nodeId }}
                messageName={resending.name}
                onBeforeLook={facts.saveNow}
                onShowIssue={(issue) => {
                  setResending(null);
                  facts.showProblem(issue);
                }}
                onClose={() => setResending(null)}
                onStarted={follow}
              />
            )}
            {!isReadOnly && (
              <ScenarioRun
                projectId={projectId}
                scenario={scenario}
                run={run}
                facts={facts}
                onRun={follow}
                onStale={() => void renew()}
              />
            )}
          </>
        )}
      />
      {shownRun && isRefusalsOpen && (
        <RefusalsDialog
          where={{ ...where, runId: shownRun.id }}
          renderWho={({ nodeId, type }) => (
            <RefusedWalks run={{ ...where, runId: shownRun.id }} nodeId={nodeId} refusal={type} />
          )}
          onResend={
            onResend &&
            ((nodeId, name) => {
              setRefusalsOpen(false);
              onResend({ runId: shownRun.id, nodeId, name });
            })
          }
          onClose={() => setRefusalsOpen(false)}
        />
      )}
      {walks.dialogs}
    </ShowWalksContext>
  );
}
