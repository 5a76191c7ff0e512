import type { NodeChange } from '@xyflow/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { openDraft } from '../saving/draft.ts';
import { createCanvasActions } from '../state/canvas-actions.ts';
import { createDocumentStore } from '../state/document-store.ts';
import { createSessionStore } from '../state/session-store.ts';
import { sampleDocument } from '../testing/sample-document.ts';
import type { FlowNode } from './flow-types.ts';
import { takeNodeChanges } from './take-changes.ts';

const document = sampleDocument([
  ['a', 'now'],
  ['b', 'sms', 320],
]);
const nothing = vi.fn<() => void>();

const open = () => {
  const draft = openDraft({
    revision: 1,
    document,
    updatedAt: '2026-11-22T10:42:00.000Z',
    updatedBy: 'Jana',
  });
  const documentStore = createDocumentStore(draft, () => 0);
  const sessionStore = createSessionStore(null);
  const actions = createCanvasActions({
    documentStore,
    sessionStore,
    viewCentre: () => ({ x: 0, y: 0 }),
    reveal: nothing,
    zoomTo: vi.fn(),
    layOut: (graph) => Promise.resolve(graph),
    fitView: nothing,
    onRefused: nothing,
  });
  return { documentStore, sessionStore, actions };
};

let canvas: ReturnType<typeof open>;
beforeEach(() => {
  canvas = open();
});

const take = (...changes: NodeChange<FlowNode>[]) => takeNodeChanges(changes, canvas);
const moved = (id: string, y: number, dragging: boolean): NodeChange<FlowNode> => ({
  id,
  type: 'position',
  position: { x: 0, y },
  dragging,
});
const history = () => canvas.documentStore.getState().draft.history;
const heights = () => history().present.nodes.map(({ position }) => position.y);

it('a drag is shown on its way and is one step when it ends', () => {
  take(moved('a', 16, true), moved('b', 16, true));
  take(moved('a', 32, true), moved('b', 32, true));
  expect(heights()).toEqual([0, 0]);
  expect(canvas.sessionStore.getState().dragged.get('a')).toEqual({ x: 0, y: 32 });

  take(moved('a', 48, false), moved('b', 48, false));
  expect(heights()).toEqual([48, 48]);
  expect(history().past).toHaveLength(1);
  expect(canvas.sessionStore.getState().dragged.size).toBe(0);
});

it('two drags are two steps', () => {
  for (const y of [16, 32]) {
    take(moved('a', y, true));
    take(moved('a', y, false));
  }
  expect(history().past).toHaveLength(2);
});

it('arrow keys pressed in a row are one step', () => {
  for (const y of [16, 32, 48]) take(moved('a', y, false));
  expect(heights()).toEqual([48, 0]);
  expect(history().past).toHaveLength(1);
});

it('a selection is no change of the document', () => {
  take({ id: 'a', type: 'select', selected: true }, { id: 'b', type: 'select', selected: true });
  take({ id: 'a', type: 'select', selected: false });
  expect([...canvas.sessionStore.getState().selectedNodes]).toEqual(['b']);
  expect(history().past).toHaveLength(0);
});

it('what React Flow measures and removes by itself is left to us', () => {
  take({ id: 'a', type: 'dimensions', dimensions: { width: 1, height: 1 } }, { id: 'b', type: 'remove' });
  expect(history().present).toBe(document);
});
