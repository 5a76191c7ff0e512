import { type Clip, pasteInto, type Pasted, type ScenarioDocument } from '@curlew/scenario';
import { boxAround, boxesOf } from './element-box.ts';
import { gridStep } from '../flow/node-size.ts';
import type { Position } from './free-place.ts';

/** Between a copy and what it would cover. */
const step = 2 * gridStep;

const snap = (value: number): number => Math.round(value / gridStep) * gridStep;

/** The document with a copy of the clip, its middle at a place, moved on while it would cover its like exactly. */
export const pasteClip = (
  document: ScenarioDocument,
  clip: Clip,
  { middle, newId }: { readonly middle: Position; readonly newId: () => string },
): Pasted => {
  const ids = new Set([...clip.nodes, ...clip.notes].map(({ id }) => id));
  const frame = boxAround(boxesOf(clip, ids)) ?? { x: 0, y: 0, width: 0, height: 0 };
  const offset = {
    x: snap(middle.x - frame.x - frame.width / 2),
    y: snap(middle.y - frame.y - frame.height / 2),
  };
  const taken = new Set(
    [...document.nodes, ...document.notes].map(({ position }) => `${position.x} ${position.y}`),
  );
  const covers = (): boolean =>
    [...clip.nodes, ...clip.notes].some(({ position }) =>
      taken.has(`${position.x + offset.x} ${position.y + offset.y}`),
    );
  while (covers()) {
    offset.x += step;
    offset.y += step;
  }
  return pasteInto(document, clip, { newId, offset });
};
