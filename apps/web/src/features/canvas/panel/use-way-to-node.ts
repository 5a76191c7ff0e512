import { useMemo } from 'react';
import { useDocumentState } from '../state/canvas-context.ts';
import { type WayToNode, wayToNode } from './way-to-node.ts';

/** The way to a node; the same object as long as it says the same, so that typing in a node changes nothing here. */
export const useWayToNode = (nodeId: string): WayToNode => {
  const way = useDocumentState(({ draft }) => JSON.stringify(wayToNode(draft.history.present, nodeId)));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the line above
  return useMemo(() => JSON.parse(way) as WayToNode, [way]);
};
