import '@xyflow/react/dist/base.css';
import '../flow/flow-canvas.css';
import './version-canvas.css';
import { Background, Controls, ReactFlow } from '@xyflow/react';
import { useMemo, useState } from 'react';
import { classNames } from '../../../lib/class-names.ts';
import { fitOptions } from '../flow/fit-options.ts';
import { gridStep } from '../flow/node-size.ts';
import type { FlowEdge, FlowNode } from '../flow/flow-types.ts';
import { ScenarioEdge } from '../flow/scenario-edge.tsx';
import { type Canvas, CanvasContext, useCanvas } from '../state/canvas-context.ts';
import { createSessionStore } from '../state/session-store.ts';
import type { DiffDrawing } from './draw-diff.ts';
import { MarksContext } from './marks-context.ts';
import { VersionCard, VersionNote } from './version-card.tsx';

interface VersionCanvasProps {
  readonly drawing: DiffDrawing;
  /** Another version is on its way. */
  readonly isStale: boolean;
  /** A node was clicked on. */
  readonly onNode?: (nodeId: string) => void;
}

const nodeTypes = { scenario: VersionCard, note: VersionNote };
const edgeTypes = { scenario: ScenarioEdge };

/** A version, to look at. */
export function VersionCanvas({ drawing, isStale, onNode }: VersionCanvasProps) {
  const { documentStore, actions } = useCanvas();
  // What is selected and dragged belongs to the canvas underneath.
  const [sessionStore] = useState(() => createSessionStore(null));
  const canvas = useMemo(
    (): Canvas => ({ documentStore, sessionStore, actions, isReadOnly: true, openNodeId: null }),
    [documentStore, sessionStore, actions],
  );
  return (
    <CanvasContext value={canvas}>
      <MarksContext value={drawing.marks}>
        <ReactFlow<FlowNode, FlowEdge>
          className={classNames('version-canvas', isStale && 'is-stale')}
          // React Flow writes to none of them, it only asks for arrays that could be.
          nodes={drawing.nodes as FlowNode[]}
          edges={drawing.edges as FlowEdge[]}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          nodesDraggable={false}
          nodesConnectable={false}
          edgesReconnectable={false}
          elementsSelectable={false}
          deleteKeyCode={null}
          {...(onNode
            ? {
                onNodeClick: (_event, { id, type }) => {
                  if (type === 'scenario') onNode(id);
                },
              }
            : {})}
          panOnScroll
          minZoom={0.1}
          maxZoom={2}
          fitView
          fitViewOptions={fitOptions}
          aria-label="Version"
          attributionPosition="top-right"
        >
          <Background gap={gridStep} size={1} />
          <Controls showInteractive={false} fitViewOptions={fitOptions} />
        </ReactFlow>
      </MarksContext>
    </CanvasContext>
  );
}
