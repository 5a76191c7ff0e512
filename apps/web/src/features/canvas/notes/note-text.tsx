import { useEffect, useRef } from 'react';

interface NoteTextProps {
  readonly text: string;
  readonly isEdited: boolean;
  readonly onEdit: () => void;
  readonly onChange: (text: string) => void;
  readonly onDone: () => void;
}

const longest = 2_000;

/** The words of a note, or the field they are written in. */
export function NoteText({ text, isEdited, onEdit, onChange, onDone }: NoteTextProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isEdited) field.current?.focus();
  }, [isEdited]);
  if (!isEdited) {
    return (
      // The keyboard's way is Enter on the note itself.
      // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
      <div
        className="h-full overflow-y-auto p-3 text-13 wrap-anywhere whitespace-pre-wrap"
        onDoubleClick={onEdit}
      >
        {text === '' ? <span className="opacity-60">Empty note</span> : text}
      </div>
    );
  }
  return (
    <textarea
      ref={field}
      aria-label="Note"
      maxLength={longest}
      value={text}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onDone}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onDone();
      }}
      className="nodrag nopan nowheel nokey size-full resize-none bg-transparent p-3 text-13 outline-none"
    />
  );
}
