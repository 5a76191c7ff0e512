import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../lib/class-names.ts';

interface FieldNoteProps {
  readonly id?: string;
  /** What is wrong and what to do. */
  readonly error?: string | undefined;
  /** What is most likely not meant; said where there is no error. */
  readonly warning?: string | undefined;
  /** Said where there is neither. */
  readonly hint?: ReactNode;
}

/** The line under a control. */
export function FieldNote({ id, error, warning, hint }: FieldNoteProps) {
  const said = error ?? warning ?? hint;
  if (!said) return null;
  const colour = error ? 'flex gap-1 text-bad' : warning ? 'flex gap-1 text-warn' : 'text-ink-faint';
  return (
    <p id={id} className={classNames('text-12 wrap-anywhere', colour)}>
      {error && <CircleAlert aria-hidden className="size-4 shrink-0" />}
      {!error && warning && <TriangleAlert aria-hidden className="size-4 shrink-0" />}
      <span className="min-w-0">{said}</span>
    </p>
  );
}
