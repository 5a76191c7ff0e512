import '@xyflow/react/dist/base.css';
import './flow-canvas.css';
import type { NodeCounts } from '@curlew/contract';
import { nodeKinds, type ScenarioIssue } from '@curlew/scenario';
import { ConnectionLineType, MiniMap, ReactFlow, useReactFlow } from '@xyflow/react';
import { type DragEvent, useState } from 'react';
import { holdsKind, takeKind } from '../palette/dragged-kind.ts';
import { useCanvas } from '../state/canvas-context.ts';
import { CanvasGrid } from './canvas-grid.tsx';
import { CanvasToolbar } from './canvas-toolbar.tsx';
import { descriptions } from './descriptions.ts';
import type { FlowEdge, FlowNode } from './flow-types.ts';
import { fitOptions } from './fit-options.ts';
import { NoteCard } from '../notes/note-card.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { NodeCard } from './node-card.tsx';
import { gridStep } from './node-size.ts';
import { ScenarioEdge } from './scenario-edge.tsx';
import { useConnecting } from './use-connecting.ts';
import { FarContext, useIsFar } from './use-is-far.ts';
import { useFlow } from './use-flow.ts';
import { useGestures } from './use-gestures.ts';

interface FlowCanvasProps {
  readonly issues: readonly ScenarioIssue[];
  readonly counts: ReadonlyMap<string, NodeCounts> | null;
  readonly onOpenNode: (nodeId: string | null) => void;
}

const nodeTypes = { scenario: NodeCard, note: NoteCard };
const edgeTypes = { scenario: ScenarioEdge };
const severalKeys = ['Shift', 'Meta', 'Control'];
const zoomKeys = ['Meta', 'Control'];
const snapGrid: [number, number] = [gridStep, gridStep];

const overviewStyle = { width: 160, height: 104, margin: 12 };

const allowDrop = (event: DragEvent): void => {
  if (!holdsKind(event.dataTransfer)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'copy';
};

const familyColour = ({ type, data }: FlowNode): string =>
  type === 'scenario' ? `var(--${nodeKinds[data.node.kind].family})` : 'var(--line-strong)';

/** The connection under a point of the screen; null where there is none. */
const edgeAt = (x: number, y: number): string | null =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>('.react-flow__edge')?.dataset['id'] ?? null;

/** The drawing itself: a view of the document, whose gestures become commands. */
export function FlowCanvas({ issues, counts, onOpenNode }: FlowCanvasProps) {
  const canvas = useCanvas();
  const { actions, isReadOnly } = canvas;
  const { screenToFlowPosition } = useReactFlow();
  const { nodes, edges } = useFlow(issues, counts);
  const connecting = useConnecting(canvas);
  const gestures = useGestures(canvas, onOpenNode);
  // On an empty canvas the wish would wait for the first node, and move it away from where it was dropped.
  const [hasBegun] = useState(nodes.length > 0);
  const isFar = useIsFar();

  const drop = (event: DragEvent): void => {
    const kind = takeKind(event.dataTransfer);
    if (!kind) return;
    event.preventDefault();
    const at = { x: event.clientX, y: event.clientY };
    actions.drop(kind, screenToFlowPosition(at), edgeAt(at.x, at.y));
  };

  return (
    <FarContext value={isFar}>
      <ReactFlow<FlowNode, FlowEdge>
        // React Flow writes to none of them, it only asks for arrays that could be.
        nodes={nodes as FlowNode[]}
        edges={edges as FlowEdge[]}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        {...gestures}
        {...connecting}
        {...(isReadOnly ? {} : { onDragOver: allowDrop, onDrop: drop })}
        nodesDraggable={!isReadOnly}
        nodesConnectable={!isReadOnly}
        edgesReconnectable={!isReadOnly}
        reconnectRadius={16}
        connectionLineType={ConnectionLineType.SmoothStep}
        connectionRadius={32}
        connectOnClick={false}
        snapToGrid
        snapGrid={snapGrid}
        multiSelectionKeyCode={severalKeys}
        zoomActivationKeyCode={zoomKeys}
        // Deleting is ours: only we know when a dialog is open, and it has to be one step to undo.
        deleteKeyCode={null}
        panOnScroll
        minZoom={0.1}
        maxZoom={2}
        fitView={hasBegun}
        fitViewOptions={fitOptions}
        onlyRenderVisibleElements={nodes.length > 100}
        ariaLabelConfig={descriptions}
        aria-label="Canvas"
        attributionPosition="top-right"
      >
        <CanvasGrid />
        <CanvasToolbar />
        {!isReadOnly && <SelectionBar />}
        <MiniMap<FlowNode>
          className="max-lg:hidden"
          style={overviewStyle}
          nodeColor={familyColour}
          nodeBorderRadius={10}
          ariaLabel="Overview of the canvas"
          pannable
          zoomable
        />
      </ReactFlow>
    </FarContext>
  );
}
