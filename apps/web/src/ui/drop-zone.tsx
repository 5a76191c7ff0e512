import { FileUp } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { classNames } from '../lib/class-names.ts';

interface DropZoneProps {
  /** What to choose: "Choose a CSV file, or drop it here". */
  readonly label: string;
  readonly hint: string;
  /** Of the file field: ".csv,text/csv". */
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

/** Takes one file, dropped or chosen. It is the browser's own file field under a large label. */
export function DropZone({ label, hint, accept, onFile }: DropZoneProps) {
  const [isOver, setOver] = useState(false);

  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files.item(0);
    if (file) onFile(file);
  };

  return (
    // The keyboard's way is the file field inside; dropping is one more for the mouse.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <label
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={classNames(
        'relative flex flex-col items-center gap-2 rounded-card border border-dashed border-line-strong px-4 py-12 text-center transition-colors duration-(--motion-fast)',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
        isOver ? 'border-accent bg-accent-wash' : 'bg-surface-sunken hover:bg-surface-hover',
      )}
    >
      <FileUp aria-hidden className="size-6 text-ink-faint" />
      <span className="text-14 font-medium">{label}</span>
      <span className="text-12 text-ink-muted">{hint}</span>
      <input
        type="file"
        accept={accept}
        className="absolute inset-0 opacity-0"
        onChange={(event) => {
          const file = event.target.files?.item(0);
          if (file) onFile(file);
          // The same file may be chosen again, mended.
          event.target.value = '';
        }}
      />
    </label>
  );
}
