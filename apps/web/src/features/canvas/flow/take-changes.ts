import type { EdgeChange, NodeChange } from '@xyflow/react';
import type { Position } from '../commands/free-place.ts';
import type { CanvasActions } from '../state/canvas-actions.ts';
import type { SessionStore } from '../state/session-store.ts';
import type { FlowEdge, FlowNode } from './flow-types.ts';

type Selects = readonly { readonly id: string; readonly selected: boolean }[];

const selectsOf = (changes: readonly (NodeChange<FlowNode> | EdgeChange<FlowEdge>)[]): Selects =>
  changes.flatMap((change) => (change.type === 'select' ? [change] : []));

const withSelects = (before: ReadonlySet<string>, selects: Selects): ReadonlySet<string> => {
  const after = new Set(before);
  for (const { id, selected } of selects) {
    if (selected) after.add(id);
    else after.delete(id);
  }
  return after;
};

const placesOf = (
  changes: readonly NodeChange<FlowNode>[],
  isDragging: boolean,
): ReadonlyMap<string, Position> =>
  new Map(
    changes.flatMap((change) =>
      change.type === 'position' && change.position && (change.dragging ?? false) === isDragging
        ? [[change.id, change.position] as const]
        : [],
    ),
  );

/** React Flow says what a gesture does; the selection and a drag on its way go to the session, the end of it is a command. */
export const takeNodeChanges = (
  changes: readonly NodeChange<FlowNode>[],
  { sessionStore, actions }: { readonly sessionStore: SessionStore; readonly actions: CanvasActions },
): void => {
  const selects = selectsOf(changes);
  if (selects.length > 0)
    sessionStore.setState(({ selectedNodes }) => ({ selectedNodes: withSelects(selectedNodes, selects) }));

  const onTheWay = placesOf(changes, true);
  if (onTheWay.size > 0)
    sessionStore.setState(({ dragged }) => ({ dragged: new Map([...dragged, ...onTheWay]) }));

  const arrived = placesOf(changes, false);
  if (arrived.size === 0) return;
  const wasDragged = sessionStore.getState().dragged.size > 0;
  // Without a drag before it this is an arrow key, and a row of presses is one step to undo.
  actions.move(arrived, wasDragged ? undefined : `nudge:${[...arrived.keys()].join()}`);
  if (wasDragged) sessionStore.setState({ dragged: new Map() });
};

export const takeEdgeChanges = (
  changes: readonly EdgeChange<FlowEdge>[],
  sessionStore: SessionStore,
): void => {
  const selects = selectsOf(changes);
  if (selects.length > 0)
    sessionStore.setState(({ selectedEdges }) => ({ selectedEdges: withSelects(selectedEdges, selects) }));
};
