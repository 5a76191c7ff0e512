import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId, useMemo } from 'react';
import { FieldContext } from './field-context.ts';

interface FieldProps {
  readonly label: string;
  /** Stands under the control while there is no error. */
  readonly hint?: ReactNode;
  /** What is wrong and what to do. */
  readonly error?: string | undefined;
  readonly isOptional?: boolean;
  readonly isRequired?: boolean;
  readonly children: ReactNode;
}

/** A label, one control (TextField, TextArea, Select), and what is to be said about it. */
export function Field({ label, hint, error, isOptional = false, isRequired = false, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const hasNote = Boolean(error ?? hint);
  const control = useMemo(
    () => ({
      id,
      'aria-describedby': hasNote ? noteId : undefined,
      'aria-invalid': error ? (true as const) : undefined,
      'aria-required': isRequired ? (true as const) : undefined,
    }),
    [id, noteId, hasNote, error, isRequired],
  );

  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-13 font-medium text-ink">
        {label}
        {isOptional && <span className="font-normal text-ink-faint"> (optional)</span>}
      </label>
      <FieldContext value={control}>{children}</FieldContext>
      {hasNote && (
        <p id={noteId} className={error ? 'flex gap-1 text-12 text-bad' : 'text-12 text-ink-faint'}>
          {error && <CircleAlert aria-hidden className="size-4 shrink-0" />}
          <span>{error ?? hint}</span>
        </p>
      )}
    </div>
  );
}
