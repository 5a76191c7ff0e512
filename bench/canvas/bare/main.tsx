// What React Flow costs by itself: default nodes and edges, kept in its own state, with nothing of ours.
import '@xyflow/react/dist/style.css';
import { ReactFlow } from '@xyflow/react';
import { createRoot } from 'react-dom/client';
import { drawGrid } from '../grid.ts';

const count = Number(new URLSearchParams(location.search).get('nodes') ?? '500');
const { nodes, edges } = drawGrid(count);
const root = document.querySelector('#root');
if (!root) throw new Error('the page has no root');

createRoot(root).render(
  <ReactFlow
    defaultNodes={nodes.map(({ id, x, y }) => ({ id, position: { x, y }, data: { label: `Node ${id}` } }))}
    defaultEdges={edges.map(({ source, target }) => ({ id: `${source}-${target}`, source, target }))}
    minZoom={0.1}
    fitView
  />,
);
