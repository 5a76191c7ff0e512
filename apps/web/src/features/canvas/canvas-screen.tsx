import type { ScenarioIssue } from '@curlew/scenario';
import { History } from 'lucide-react';
import { useCallback, useEffect, useEffectEvent, useMemo } from 'react';
import { useStore } from 'zustand';
import { IconButton } from '../../ui/icon-button.tsx';
import { Page } from '../../ui/page.tsx';
import type { CanvasFacts, ScenarioCanvasProps } from './canvas-props.ts';
import { Workbench } from './workbench.tsx';
import { PeopleInBar } from './presence/people-in-bar.tsx';
import { usePresence } from './presence/use-presence.ts';
import { countProblems } from './problems/count-problems.ts';
import { ProblemList } from './problems/problem-list.tsx';
import { useIssues } from './problems/use-issues.ts';
import { SavingBanners } from './saving-banners.tsx';
import { useSaving } from './saving/use-saving.ts';
import { type Canvas, CanvasContext } from './state/canvas-context.ts';
import { focusNode } from './state/focus-node.ts';
import { selectNodes } from './state/session-store.ts';
import { useCanvasModel } from './state/use-canvas-model.ts';
import { SaveStatus } from './top-bar/save-status.tsx';
import { ScenarioName } from './top-bar/scenario-name.tsx';
import { useRename } from './top-bar/use-rename.ts';
import { VersionHistory } from './versions/version-history.tsx';

export function CanvasScreen(props: ScenarioCanvasProps) {
  const { projectId, scenario, isReadOnly, openNodeId, onOpenNode, counts, strip } = props;
  const model = useCanvasModel(props);
  const { documentStore, sessionStore, actions, autosaver } = model;
  const draft = useStore(documentStore, (state) => state.draft);
  const areProblemsOpen = useStore(sessionStore, (state) => state.areProblemsOpen);
  const isHistoryOpen = useStore(sessionStore, (state) => state.isHistoryOpen);
  const issues = useIssues(documentStore);
  const rename = useRename(projectId, scenario.id);
  useSaving({ scenarioId: scenario.id, store: documentStore, autosaver, isReadOnly });
  usePresence({ projectId, scenarioId: scenario.id, openNodeId, documentStore, sessionStore, autosaver });

  const openNode = useCallback(
    (nodeId: string | null): void => {
      const { selectedNodes } = sessionStore.getState();
      if (nodeId !== null && !selectedNodes.has(nodeId)) selectNodes(sessionStore, [nodeId]);
      if (nodeId === null) sessionStore.setState({ fieldFocus: null });
      // The panel goes and would take the focus along.
      if (nodeId === null && openNodeId !== null && document.activeElement?.closest('.node-panel'))
        focusNode(openNodeId);
      if (nodeId !== openNodeId) onOpenNode(nodeId);
    },
    [sessionStore, openNodeId, onOpenNode],
  );
  // An open panel shows what is selected: it follows when a node is added, duplicated or chosen with the keyboard.
  const followSelection = useEffectEvent((selected: ReadonlySet<string>) => {
    const [only] = selected;
    if (openNodeId !== null && only !== undefined && selected.size === 1) openNode(only);
  });
  useEffect(
    () =>
      sessionStore.subscribe((state, before) => {
        if (state.selectedNodes !== before.selectedNodes) followSelection(state.selectedNodes);
      }),
    [sessionStore],
  );

  // The panel takes room from the canvas: what it is about stays in sight.
  const { reveal } = actions;
  useEffect(() => {
    if (openNodeId === null) return undefined;
    const frame = requestAnimationFrame(() => reveal(openNodeId));
    return () => cancelAnimationFrame(frame);
  }, [reveal, openNodeId]);

  const showProblem = ({ nodeId, field }: ScenarioIssue): void => {
    sessionStore.setState({ areProblemsOpen: false });
    if (nodeId === null) return;
    openNode(nodeId);
    reveal(nodeId);
    if (field === null) focusNode(nodeId);
    else sessionStore.setState({ fieldFocus: { nodeId, field } });
  };

  const canvas = useMemo(
    (): Canvas => ({ documentStore, sessionStore, actions, isReadOnly, openNodeId }),
    [documentStore, sessionStore, actions, isReadOnly, openNodeId],
  );
  const saveNow = useCallback(() => autosaver.saveNow(), [autosaver]);
  const facts: CanvasFacts = {
    errorCount: countProblems(issues).errors,
    nodeName: (nodeId) => draft.history.present.nodes.find(({ id }) => id === nodeId)?.name ?? '',
    showProblems: () => sessionStore.setState({ areProblemsOpen: true }),
    showProblem,
    saveNow,
  };

  return (
    <CanvasContext value={canvas}>
      <Page
        title={scenario.name}
        heading={<ScenarioName name={scenario.name} isReadOnly={isReadOnly} onRename={rename} />}
        crumbs={[
          { label: 'Scenarios', link: { to: '/projects/$projectId/scenarios', params: { projectId } } },
        ]}
        layout="fill"
        actions={
          <>
            <span className="max-md:hidden">{props.badge}</span>
            <PeopleInBar />
            <SaveStatus draft={draft} isReadOnly={isReadOnly} onRetry={() => void saveNow()} />
            <IconButton
              label="Version history"
              icon={<History />}
              tooltipSide="bottom"
              aria-pressed={isHistoryOpen}
              onClick={() => sessionStore.setState({ isHistoryOpen: !isHistoryOpen })}
            />
            <ProblemList
              document={draft.history.present}
              issues={issues}
              isOpen={areProblemsOpen}
              onOpenChange={(isOpen) => sessionStore.setState({ areProblemsOpen: isOpen })}
              onChoose={showProblem}
            />
            {props.renderActions(facts)}
          </>
        }
      >
        {strip}
        {!isReadOnly && (
          <SavingBanners
            projectId={projectId}
            scenario={scenario}
            restored={model.restored}
            onRetry={() => void saveNow()}
            onOpenScenario={props.onOpenScenario}
          />
        )}
        <div className="relative flex min-h-0 flex-1 flex-col">
          <div className="flex min-h-0 flex-1 flex-col" inert={isHistoryOpen || props.pastRun !== null}>
            <Workbench
              issues={issues}
              counts={counts}
              renderPanel={props.renderPanel}
              mode={props.mode}
              onOpenNode={openNode}
            />
          </div>
          {props.pastRun}
          {isHistoryOpen && (
            <VersionHistory place={{ projectId, scenarioId: scenario.id }} autosaver={autosaver} />
          )}
        </div>
      </Page>
    </CanvasContext>
  );
}
