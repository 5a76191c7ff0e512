import { type Pasted, pasteInto, type ScenarioDocument } from '@curlew/scenario';
import { rowStep } from '../flow/node-size.ts';
import { boxAround, boxesOf, type ElementBox } from './element-box.ts';

const gap = 16;

const overlap = (one: ElementBox, other: ElementBox): boolean =>
  one.x < other.x + other.width + gap &&
  other.x < one.x + one.width + gap &&
  one.y < other.y + other.height + gap &&
  other.y < one.y + one.height + gap;

/** The document with a copy of each of these nodes and notes below them, where they cover nothing, and of the connections between them. */
export const duplicateNodes = (
  document: ScenarioDocument,
  ids: ReadonlySet<string>,
  newId: () => string,
): Pasted => {
  const nodes = document.nodes.filter(({ id }) => ids.has(id));
  const notes = document.notes.filter(({ id }) => ids.has(id));
  const edges = document.edges.filter(({ source, target }) => ids.has(source) && ids.has(target));
  const copied = boxesOf(document, ids);
  const all = boxesOf(document, new Set([...document.nodes, ...document.notes].map(({ id }) => id)));
  let down = Math.ceil(((boxAround(copied)?.height ?? 0) + gap) / rowStep) * rowStep;
  const covers = (): boolean =>
    copied.some((box) => all.some((other) => overlap({ ...box, y: box.y + down }, other)));
  while (covers()) down += rowStep;
  return pasteInto(document, { nodes, edges, notes }, { newId, offset: { x: 0, y: down } });
};
