import './note-card.css';
import { noteColours } from '@curlew/scenario';
import { type NodeProps, NodeResizer, NodeToolbar, Position } from '@xyflow/react';
import { PencilLine, Trash2 } from 'lucide-react';
import { memo } from 'react';
import { IconButton } from '../../../ui/icon-button.tsx';
import { snapToGrid } from '../commands/free-place.ts';
import type { FlowNote } from '../flow/flow-types.ts';
import { useCanvas, useSession } from '../state/canvas-context.ts';
import { NoteText } from './note-text.tsx';

const none: ReadonlySet<string> = new Set();
const colourNames: Readonly<Record<(typeof noteColours)[number], string>> = {
  yellow: 'Yellow',
  blue: 'Blue',
  green: 'Green',
  pink: 'Pink',
};

/** A remark on the canvas: a double click or Enter writes in it, its corners size it. */
export const NoteCard = memo(function NoteCard({ data, selected }: NodeProps<FlowNote>) {
  const { actions } = useCanvas();
  const { note, isEdited, isReadOnly } = data;
  const isAlone = useSession((state) => state.selectedNodes.size === 1);
  const isShaped = selected && isAlone && !isReadOnly;

  return (
    <>
      <NodeResizer
        isVisible={isShaped}
        minWidth={128}
        minHeight={64}
        maxWidth={1_200}
        maxHeight={1_200}
        onResizeEnd={(_, { x, y, width, height }) =>
          actions.changeNote(note.id, { position: snapToGrid({ x, y }), size: { width, height } })
        }
      />
      <NodeToolbar isVisible={isShaped} position={Position.Top} offset={8}>
        <div
          role="toolbar"
          aria-label="Note"
          className="flex items-center gap-1 rounded-card border bg-surface-raised p-1 shadow-float"
        >
          {noteColours.map((colour) => (
            <button
              key={colour}
              type="button"
              aria-label={colourNames[colour]}
              aria-pressed={note.colour === colour}
              title={colourNames[colour]}
              className={`note-swatch note-${colour}`}
              onClick={() => actions.changeNote(note.id, { colour })}
            />
          ))}
          <span aria-hidden className="mx-1 h-5 w-px bg-line" />
          <IconButton label="Write" icon={<PencilLine />} onClick={() => actions.editNote(note.id)} />
          <IconButton
            label="Delete note"
            icon={<Trash2 />}
            onClick={() => actions.remove(new Set([note.id]), none)}
          />
        </div>
      </NodeToolbar>
      <div className={`note-card note-${note.colour} ${selected ? 'is-selected' : ''}`}>
        <NoteText
          text={note.text}
          isEdited={isEdited && !isReadOnly}
          onEdit={() => {
            if (!isReadOnly) actions.editNote(note.id);
          }}
          onChange={(text) => actions.changeNote(note.id, { text })}
          onDone={() => actions.editNote(null)}
        />
      </div>
    </>
  );
});
