import type { EdgeMouseHandler, NodeMouseHandler, OnEdgesChange, OnNodesChange } from '@xyflow/react';
import { useMemo } from 'react';
import type { Canvas } from '../state/canvas-context.ts';
import type { FlowEdge, FlowNode } from './flow-types.ts';
import { comeNear, goAway } from '../state/near-edge.ts';
import { takeEdgeChanges, takeNodeChanges } from './take-changes.ts';

interface Gestures {
  readonly onNodesChange: OnNodesChange<FlowNode>;
  readonly onEdgesChange: OnEdgesChange<FlowEdge>;
  readonly onNodeClick: NodeMouseHandler<FlowNode>;
  readonly onPaneClick: () => void;
  readonly onEdgeMouseEnter: EdgeMouseHandler<FlowEdge>;
  readonly onEdgeMouseLeave: () => void;
  readonly onNodeDoubleClick: NodeMouseHandler<FlowNode>;
}

/** What React Flow calls. The same functions from frame to frame: with new ones it would draw every card anew. */
export const useGestures = (
  { sessionStore, actions }: Canvas,
  onOpenNode: (nodeId: string | null) => void,
): Gestures =>
  useMemo(
    () => ({
      onNodesChange: (changes) => takeNodeChanges(changes, { sessionStore, actions }),
      onEdgesChange: (changes) => takeEdgeChanges(changes, sessionStore),
      onNodeClick: (event, { id, type }) => {
        if (type === 'scenario' && !event.shiftKey && !event.ctrlKey && !event.metaKey) onOpenNode(id);
      },
      onNodeDoubleClick: (_, { id, type, data }) => {
        if (type === 'note' && !data.isReadOnly) actions.editNote(id);
      },
      onEdgeMouseEnter: (_, { id }) => comeNear(sessionStore, id),
      onEdgeMouseLeave: () => goAway(sessionStore),
      onPaneClick: () => onOpenNode(null),
    }),
    [sessionStore, actions, onOpenNode],
  );
