import { type ReactNode, useId, useMemo } from 'react';
import { FieldContext } from './field-context.ts';
import { FieldNote } from './field-note.tsx';

interface FieldProps {
  readonly label: string;
  /** Stands under the control while there is no error and no warning. */
  readonly hint?: ReactNode;
  /** What is most likely not meant. */
  readonly warning?: string | undefined;
  /** What is wrong and what to do. */
  readonly error?: string | undefined;
  readonly isOptional?: boolean;
  readonly isRequired?: boolean;
  /** The control is several in one: radio buttons, toggles. */
  readonly isGroup?: boolean;
  /** Stands at the far end of the label: a small button. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
}

/** A label, one control (TextField, TextArea, Select), and what is to be said about it. */
export function Field(props: FieldProps) {
  const { label, hint, warning, error, isOptional = false, isRequired = false, isGroup = false } = props;
  const id = useId();
  const noteId = `${id}-note`;
  const labelId = `${id}-label`;
  const hasNote = Boolean(error ?? warning ?? hint);
  const control = useMemo(
    () => ({
      id,
      'aria-labelledby': isGroup ? labelId : undefined,
      'aria-describedby': hasNote ? noteId : undefined,
      'aria-invalid': error ? (true as const) : undefined,
      'aria-required': isRequired ? (true as const) : undefined,
    }),
    [id, labelId, noteId, hasNote, error, isRequired, isGroup],
  );
  const words = (
    <>
      {label}
      {isOptional && <span className="font-normal text-ink-faint"> (optional)</span>}
    </>
  );
  const labelClass = 'text-13 font-medium text-ink';

  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center justify-between gap-2">
        {isGroup ? (
          <span id={labelId} className={labelClass}>
            {words}
          </span>
        ) : (
          <label htmlFor={id} className={labelClass}>
            {words}
          </label>
        )}
        {props.end}
      </div>
      <FieldContext value={control}>{props.children}</FieldContext>
      <FieldNote id={noteId} error={error} warning={warning} hint={hint} />
    </div>
  );
}
