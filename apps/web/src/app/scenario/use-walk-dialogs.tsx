import type { NodeCounts, Run, RunSummary } from '@curlew/contract';
import { nodeKinds, type ScenarioNode } from '@curlew/scenario';
import { History } from 'lucide-react';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { RunNumbers } from '../../features/runs/run-numbers.tsx';
import { LateStarts } from '../../features/walks/late/late-starts.tsx';
import { RunHistory } from '../../features/walks/run-history.tsx';
import { usePageCommands } from '../../lib/page-commands.ts';
import { RefusedWalks } from '../../features/walks/who/refused-walks.tsx';
import { tabsOfNode, tabsOfRun } from '../../features/walks/who/who-tabs.ts';
import { WhoWasHere } from '../../features/walks/who/who-was-here.tsx';

type Shown =
  | { readonly kind: 'node'; readonly nodeId: string; readonly tab: string | undefined }
  | { readonly kind: 'run' | 'numbers'; readonly run: RunSummary }
  | { readonly kind: 'late'; readonly run: Pick<RunSummary, 'id' | 'versionNumber'> }
  | { readonly kind: 'runs' };

interface WalkDialogsInput {
  readonly where: { readonly projectId: string; readonly scenarioId: string };
  readonly run: Run | null;
  readonly nodes: readonly ScenarioNode[];
  readonly counts: ReadonlyMap<string, NodeCounts> | null;
  readonly beginsWithRuns: boolean;
  readonly onRunsClosed: () => void;
  /** Sends a message of a run again; null: that is not possible now. */
  readonly onResend:
    | ((of: { readonly runId: string; readonly nodeId: string; readonly name: string }) => void)
    | null;
  /** Shows any run on the canvas. */
  readonly onShowPast: (runId: string) => void;
}

interface WalkDialogs {
  readonly showNode: (nodeId: string, tab?: string) => void;
  readonly showRuns: () => void;
  /** When triggers of the run started late. */
  readonly showLate: () => void;
  readonly dialogs: ReactNode;
}

/** Who was at a node, who was in a run, and which runs there were: one of them at a time. */
export const useWalkDialogs = (input: WalkDialogsInput): WalkDialogs => {
  const { where, run, nodes, counts, beginsWithRuns, onRunsClosed, onResend, onShowPast } = input;
  const [shown, setShown] = useState<Shown | null>(beginsWithRuns ? { kind: 'runs' } : null);
  const showNode = useCallback((nodeId: string, tab?: string) => setShown({ kind: 'node', nodeId, tab }), []);
  const showRuns = useCallback(() => setShown({ kind: 'runs' }), []);
  const close = (): void => {
    setShown(null);
    if (beginsWithRuns) onRunsClosed();
  };
  const hasRun = run !== null;
  usePageCommands(
    useMemo(
      () =>
        hasRun
          ? [
              {
                id: 'runs',
                label: 'Show all runs of the scenario',
                icon: History,
                isFirst: true,
                run: showRuns,
              },
            ]
          : [],
      [hasRun, showRuns],
    ),
  );
  const node = shown?.kind === 'node' ? nodes.find(({ id }) => id === shown.nodeId) : undefined;
  return {
    showNode,
    showRuns,
    showLate: () => run && setShown({ kind: 'late', run }),
    dialogs: (
      <>
        {run && shown?.kind === 'node' && node && (
          <WhoWasHere
            run={{ ...where, runId: run.id }}
            title={node.name || nodeKinds[node.kind].title}
            tabs={tabsOfNode(node, counts?.get(node.id) ?? null)}
            firstTab={shown.tab}
            onClose={close}
          />
        )}
        {shown?.kind === 'run' && (
          <WhoWasHere
            run={{ ...where, runId: shown.run.id }}
            title={`Version ${shown.run.versionNumber}`}
            tabs={tabsOfRun}
            onClose={close}
          />
        )}
        {shown?.kind === 'numbers' && (
          <RunNumbers
            run={{ ...where, runId: shown.run.id }}
            versionNumber={shown.run.versionNumber}
            renderWho={({ nodeId, type }) => (
              <RefusedWalks run={{ ...where, runId: shown.run.id }} nodeId={nodeId} refusal={type} />
            )}
            onResend={
              onResend &&
              ((nodeId, name) => {
                close();
                onResend({ runId: shown.run.id, nodeId, name });
              })
            }
            onClose={close}
          />
        )}
        {shown?.kind === 'late' && (
          <LateStarts
            run={{ ...where, runId: shown.run.id }}
            versionNumber={shown.run.versionNumber}
            onClose={close}
          />
        )}
        {shown?.kind === 'runs' && (
          <RunHistory
            where={where}
            onShowRun={(of) => setShown({ kind: 'run', run: of })}
            onShowNumbers={(of) => setShown({ kind: 'numbers', run: of })}
            onShowLate={(of) => setShown({ kind: 'late', run: of })}
            onShowCanvas={(of) => {
              close();
              onShowPast(of.id);
            }}
            onClose={close}
          />
        )}
      </>
    ),
  };
};
