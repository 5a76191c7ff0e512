import type { NodeCounts, Scenario } from '@curlew/contract';
import type { ScenarioIssue, ScenarioNode } from '@curlew/scenario';
import type { ReactNode } from 'react';
import type { PanelTools } from './panel/panel-tools.ts';

/** What the rest of the page has to know of the canvas. */
export interface CanvasFacts {
  /** Problems that forbid the start. */
  readonly errorCount: number;
  readonly nodeName: (nodeId: string) => string;
  readonly showProblems: () => void;
  /** Leads to the place of a problem. */
  readonly showProblem: (issue: ScenarioIssue) => void;
  /** Saves what is unsaved; false when that failed. */
  readonly saveNow: () => Promise<boolean>;
}

export interface ScenarioCanvasProps {
  readonly projectId: string;
  /** As it was loaded: its document is the canvas's own from then on, its name and state are shown as they come. */
  readonly scenario: Scenario;
  readonly isReadOnly: boolean;
  /** The node whose panel is open. */
  readonly openNodeId: string | null;
  readonly onOpenNode: (nodeId: string | null) => void;
  readonly onOpenScenario: (scenarioId: string) => void;
  /** Counts of the run that is shown, by node; null: none. */
  readonly counts: ReadonlyMap<string, NodeCounts> | null;
  /** What a node's kind has to set. */
  readonly renderPanel: (node: ScenarioNode, tools: PanelTools) => ReactNode;
  /** The buttons of the page. */
  readonly renderActions: (facts: CanvasFacts) => ReactNode;
  /** Beside the name: the state of the scenario. */
  readonly badge: ReactNode;
  /** What lies over the drawing, and what stands beside it in place of a node's panel; null: neither. */
  readonly mode: { readonly over: ReactNode; readonly side: ReactNode } | null;
  /** A run that lies over the drawing; null: none does. */
  readonly pastRun: ReactNode;
  /** Under the top bar: how a run goes. */
  readonly strip: ReactNode;
}
