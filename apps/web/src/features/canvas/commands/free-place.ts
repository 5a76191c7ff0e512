import type { ScenarioDocument } from '@curlew/scenario';
import { gridStep, nodeHeight, nodeWidth, rowStep } from '../flow/node-size.ts';

export interface Position {
  readonly x: number;
  readonly y: number;
}

const margin = gridStep;

const isTaken = (document: ScenarioDocument, place: Position): boolean =>
  document.nodes.some(
    ({ position }) =>
      Math.abs(position.x - place.x) < nodeWidth + margin &&
      Math.abs(position.y - place.y) < nodeHeight(true) + margin,
  );

const snap = (value: number): number => Math.round(value / gridStep) * gridStep;

/** The wanted place on the grid, or the first one below it where a node covers no other. */
export const freePlace = (document: ScenarioDocument, wanted: Position): Position => {
  const place = { x: snap(wanted.x), y: snap(wanted.y) };
  while (isTaken(document, place)) place.y += rowStep;
  return place;
};

/** A place on the grid, whatever stands there. */
export const snapToGrid = ({ x, y }: Position): Position => ({ x: snap(x), y: snap(y) });
