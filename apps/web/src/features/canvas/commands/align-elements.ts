import type { ScenarioDocument } from '@curlew/scenario';
import { boxAround, boxesOf, type ElementBox } from './element-box.ts';
import { snapToGrid, type Position } from './free-place.ts';
import { moveElements } from './move-elements.ts';

export const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom', 'across', 'down'] as const;
/** Along which line; `across` and `down` leave the outer ones and make the gaps between them equal. */
export type Alignment = (typeof alignments)[number];

type Frame = Omit<ElementBox, 'id'>;
type Place = (box: ElementBox, frame: Frame) => Position;

const places: { readonly [A in Exclude<Alignment, 'across' | 'down'>]: Place } = {
  left: ({ y }, frame) => ({ x: frame.x, y }),
  centre: ({ y, width }, frame) => ({ x: frame.x + (frame.width - width) / 2, y }),
  right: ({ y, width }, frame) => ({ x: frame.x + frame.width - width, y }),
  top: ({ x }, frame) => ({ x, y: frame.y }),
  middle: ({ x, height }, frame) => ({ x, y: frame.y + (frame.height - height) / 2 }),
  bottom: ({ x, height }, frame) => ({ x, y: frame.y + frame.height - height }),
};

const distribute = (boxes: readonly ElementBox[], along: 'x' | 'y'): [string, Position][] => {
  const size = along === 'x' ? 'width' : 'height';
  const sorted = boxes.toSorted((one, other) => one[along] - other[along]);
  const frame = boxAround(boxes);
  if (!frame || sorted.length < 3) return [];
  const filled = sorted.reduce((sum, box) => sum + box[size], 0);
  const gap = (frame[size] - filled) / (sorted.length - 1);
  let at = frame[along];
  return sorted.map((box) => {
    const place = along === 'x' ? { x: at, y: box.y } : { x: box.x, y: at };
    at += box[size] + gap;
    return [box.id, place];
  });
};

/** The document with these nodes and notes in line; the same one when they are already, or are too few. */
export const alignElements = (
  document: ScenarioDocument,
  ids: ReadonlySet<string>,
  alignment: Alignment,
): ScenarioDocument => {
  const boxes = boxesOf(document, ids);
  const frame = boxAround(boxes);
  if (!frame || boxes.length < 2) return document;
  const placed: [string, Position][] =
    alignment === 'across' || alignment === 'down'
      ? distribute(boxes, alignment === 'across' ? 'x' : 'y')
      : boxes.map((box) => [box.id, places[alignment](box, frame)]);
  return moveElements(document, new Map(placed.map(([id, place]) => [id, snapToGrid(place)])));
};
