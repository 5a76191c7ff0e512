import type { CanvasNote } from '@curlew/scenario';
import type { Position } from '../commands/free-place.ts';
import type { FlowNote } from '../flow/flow-types.ts';

/** All that makes a note look as it does. */
export interface NoteFacts {
  readonly note: CanvasNote;
  readonly position: Position;
  readonly selected: boolean;
  readonly isEdited: boolean;
  readonly isReadOnly: boolean;
}

/** True when a note that was drawn shows these facts already. */
export const showsNote = (drawn: FlowNote, facts: NoteFacts): boolean =>
  drawn.data.note === facts.note &&
  drawn.position === facts.position &&
  drawn.selected === facts.selected &&
  drawn.data.isEdited === facts.isEdited &&
  drawn.data.isReadOnly === facts.isReadOnly;

/** A note as React Flow draws it: behind the nodes, with its size. */
export const drawNote = ({ note, position, selected, isEdited, isReadOnly }: NoteFacts): FlowNote => ({
  id: note.id,
  type: 'note',
  position,
  ...note.size,
  measured: note.size,
  selected,
  zIndex: selected ? 0 : -1,
  connectable: false,
  ariaLabel: `Note, ${note.text.trim() === '' ? 'empty' : note.text}`,
  data: { note, isEdited, isReadOnly },
});
