import type { ScenarioDocument } from '@curlew/scenario';
import type { Position } from './free-place.ts';
import { moveNodes } from './move-nodes.ts';

/** The document with some nodes and notes at other places; the same document when they stand there already. */
export const moveElements = (
  document: ScenarioDocument,
  places: ReadonlyMap<string, Position>,
): ScenarioDocument => {
  const moved = moveNodes(document, places);
  let isMoved = false;
  const notes = moved.notes.map((note) => {
    const place = places.get(note.id);
    if (!place || (place.x === note.position.x && place.y === note.position.y)) return note;
    isMoved = true;
    return { ...note, position: { x: place.x, y: place.y } };
  });
  return isMoved ? { ...moved, notes } : moved;
};
