import type { CanvasNote } from '@curlew/scenario';
import { isSameValue } from './is-same-value.ts';
import type { MergeClash, MergeInput } from './merge-input.ts';

type NotesResult =
  | { readonly ok: true; readonly notes: CanvasNote[] }
  | { readonly ok: false; readonly clashes: readonly MergeClash[] };

const byId = (notes: readonly CanvasNote[]): ReadonlyMap<string, CanvasNote> =>
  new Map(notes.map((note) => [note.id, note]));

// Where a note stands, how big and in which colour it is, is taste: mine wins where I touched it.
const mergeKept = (base: CanvasNote, mine: CanvasNote, theirs: CanvasNote): CanvasNote | null => {
  const pick = <K extends keyof CanvasNote>(key: K): CanvasNote[K] =>
    isSameValue(mine[key], base[key]) ? theirs[key] : mine[key];
  const isContested = mine.text !== base.text && theirs.text !== base.text && mine.text !== theirs.text;
  if (isContested) return null;
  return {
    id: base.id,
    text: pick('text'),
    colour: pick('colour'),
    position: pick('position'),
    size: pick('size'),
  };
};

/** The notes of both; a clash only where both wrote different words into one note. */
export const mergeNotes = ({ base, mine, theirs }: MergeInput): NotesResult => {
  const [was, here, there] = [byId(base.notes), byId(mine.notes), byId(theirs.notes)];
  const notes: CanvasNote[] = [];
  const clashes: MergeClash[] = [];
  for (const id of new Set([...there.keys(), ...here.keys()])) {
    const [before, own, other] = [was.get(id), here.get(id), there.get(id)];
    if (before && own && other) {
      const merged = mergeKept(before, own, other);
      if (merged) notes.push(merged);
      else
        clashes.push({
          elementId: id,
          words: `The note “${own.text.slice(0, 40)}” was changed by both of you`,
        });
    } else if (!before || !isSameValue(own ?? other, before)) {
      // New on one side, or deleted on one and changed on the other: words are kept.
      const note = own ?? other;
      if (note) notes.push(note);
    }
  }
  return clashes.length > 0 ? { ok: false, clashes } : { ok: true, notes };
};
