import type { CanvasNote, ScenarioDocument } from '@curlew/scenario';
import { snapToGrid, type Position } from './free-place.ts';

const newSize = { width: 240, height: 112 } as const;

/** One more note, empty, with its middle at a place. */
export const addNote = (document: ScenarioDocument, id: string, middle: Position): ScenarioDocument => ({
  ...document,
  notes: [
    ...document.notes,
    {
      id,
      text: '',
      colour: 'yellow',
      position: snapToGrid({ x: middle.x - newSize.width / 2, y: middle.y - newSize.height / 2 }),
      size: newSize,
    },
  ],
});

/** The document with another text, colour, place or size of one note. */
export const changeNote = (
  document: ScenarioDocument,
  id: string,
  change: Partial<Omit<CanvasNote, 'id'>>,
): ScenarioDocument => ({
  ...document,
  notes: document.notes.map((note) => (note.id === id ? { ...note, ...change } : note)),
});
