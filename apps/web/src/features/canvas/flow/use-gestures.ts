import type { NodeMouseHandler, OnEdgesChange, OnNodesChange } from '@xyflow/react';
import { useMemo } from 'react';
import type { Canvas } from '../state/canvas-context.ts';
import type { FlowEdge, FlowNode } from './flow-types.ts';
import { takeEdgeChanges, takeNodeChanges } from './take-changes.ts';

interface Gestures {
  readonly onNodesChange: OnNodesChange<FlowNode>;
  readonly onEdgesChange: OnEdgesChange<FlowEdge>;
  readonly onNodeClick: NodeMouseHandler<FlowNode>;
  readonly onPaneClick: () => void;
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
      onNodeClick: (event, { id }) => {
        if (!event.shiftKey && !event.ctrlKey && !event.metaKey) onOpenNode(id);
      },
      onPaneClick: () => onOpenNode(null),
    }),
    [sessionStore, actions, onOpenNode],
  );
