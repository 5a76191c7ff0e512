import type { NodeCounts } from '@curlew/contract';
import type { ScenarioDocument, ScenarioIssue } from '@curlew/scenario';
import { useMemo, useState } from 'react';
import { refuseReconnection } from '../commands/reconnect-edge.ts';
import { countByNode } from '../problems/count-problems.ts';
import { useCanvas, useScenarioDocument, useSession } from '../state/canvas-context.ts';
import type { OpenConnection } from '../state/session-store.ts';
import { type Flow, type FlowInput, noFlow, toFlow } from './to-flow.ts';

const createDraw = (): ((input: FlowInput) => Flow) => {
  let before = noFlow;
  return (input) => {
    before = toFlow(input, before);
    return before;
  };
};

const targetsOf = (
  document: ScenarioDocument,
  connecting: OpenConnection | null,
  reconnecting: string | null,
): ReadonlySet<string> | null => {
  if (!connecting) return null;
  const targets = document.nodes.filter(
    ({ id }) => !refuseReconnection(document, reconnecting, { ...connecting, target: id }),
  );
  return new Set([connecting.source, ...targets.map(({ id }) => id)]);
};

/** What React Flow is to draw now. */
export const useFlow = (
  issues: readonly ScenarioIssue[],
  counts: ReadonlyMap<string, NodeCounts> | null,
): Flow => {
  const { isReadOnly } = useCanvas();
  const [draw] = useState(createDraw);
  const document = useScenarioDocument();
  const selectedNodes = useSession((state) => state.selectedNodes);
  const selectedEdges = useSession((state) => state.selectedEdges);
  const dragged = useSession((state) => state.dragged);
  const editedNote = useSession((state) => state.editedNote);
  const nearEdge = useSession((state) => state.nearEdge);
  const connecting = useSession((state) => state.connecting);
  const problems = useMemo(() => countByNode(issues), [issues]);
  const reconnecting = useSession((state) => state.reconnecting);
  const targets = useMemo(
    () => targetsOf(document, connecting, reconnecting),
    [document, connecting, reconnecting],
  );

  return useMemo(
    () =>
      draw({
        document,
        selectedNodes,
        selectedEdges,
        dragged,
        problems,
        counts,
        targets,
        isReadOnly,
        editedNote,
        nearEdge,
      }),
    [
      draw,
      document,
      selectedNodes,
      selectedEdges,
      dragged,
      problems,
      counts,
      targets,
      isReadOnly,
      editedNote,
      nearEdge,
    ],
  );
};
