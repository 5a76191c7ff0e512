import { describeNode, type ScenarioDocument, type ScenarioNode } from '@curlew/scenario';
import { gridStep, nodeHeight, nodeWidth, rowStep } from '../flow/node-size.ts';

export interface Position {
  readonly x: number;
  readonly y: number;
}

const margin = gridStep;

/** How high a node's card gets, counts included. */
export const fullHeight = (node: ScenarioNode): number => nodeHeight(describeNode(node).outputs.length, true);

const isTaken = (document: ScenarioDocument, place: Position): boolean =>
  document.nodes.some((node) => {
    const { x, y } = node.position;
    const isBeside = Math.abs(x - place.x) < nodeWidth + margin;
    return isBeside && place.y < y + fullHeight(node) + margin && y < place.y + nodeHeight(1, true) + margin;
  });

const snap = (value: number): number => Math.round(value / gridStep) * gridStep;

/** The wanted place on the grid, or the first one below it where a node covers no other. */
export const freePlace = (document: ScenarioDocument, wanted: Position): Position => {
  const place = { x: snap(wanted.x), y: snap(wanted.y) };
  while (isTaken(document, place)) place.y += rowStep;
  return place;
};

/** A place on the grid, whatever stands there. */
export const snapToGrid = ({ x, y }: Position): Position => ({ x: snap(x), y: snap(y) });
