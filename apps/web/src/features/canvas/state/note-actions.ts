import type { CanvasNote } from '@curlew/scenario';
import { addNote, changeNote } from '../commands/change-notes.ts';
import { newElementId } from '../../../lib/new-element-id.ts';
import type { ActionTools } from './action-tools.ts';
import { selectNodes } from './session-store.ts';

/** Remarks on the canvas. */
export interface NoteActions {
  /** Adds an empty note in the middle of the view and begins to write in it. */
  readonly addNote: () => void;
  readonly changeNote: (id: string, change: Partial<Omit<CanvasNote, 'id'>>) => void;
  /** Begins to write in a note; null: ends it. */
  readonly editNote: (id: string | null) => void;
}

export const createNoteActions = ({ apply, say, sessionStore, viewCentre }: ActionTools): NoteActions => ({
  addNote: () => {
    const id = newElementId();
    apply((document) => addNote(document, id, viewCentre()));
    selectNodes(sessionStore, [id]);
    sessionStore.setState({ editedNote: id });
    say('Note added');
  },
  changeNote: (id, change) => {
    const keys = Object.keys(change).join();
    apply((document) => changeNote(document, id, change), { mergeKey: `${id}:${keys}` });
  },
  editNote: (editedNote) => sessionStore.setState({ editedNote }),
});
