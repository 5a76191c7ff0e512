import type { CanvasNote, ScenarioDocument } from '@curlew/scenario';
import { nodeWidth } from '../flow/node-size.ts';
import { fullHeight } from './free-place.ts';

/** Where something stands on the canvas, and how big it is. */
export interface ElementBox {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const noteBox = ({ id, position, size }: CanvasNote): ElementBox => ({ id, ...position, ...size });

/** The boxes of these nodes and notes. */
export const boxesOf = (
  { nodes, notes }: Pick<ScenarioDocument, 'nodes' | 'notes'>,
  ids: ReadonlySet<string>,
): ElementBox[] => [
  ...nodes
    .filter(({ id }) => ids.has(id))
    .map((node) => ({ id: node.id, ...node.position, width: nodeWidth, height: fullHeight(node) })),
  ...notes.filter(({ id }) => ids.has(id)).map(noteBox),
];

/** The smallest box around them; null around nothing. */
export const boxAround = (boxes: readonly ElementBox[]): Omit<ElementBox, 'id'> | null => {
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
};
