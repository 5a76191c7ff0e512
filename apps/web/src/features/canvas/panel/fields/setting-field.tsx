import type { ReactNode } from 'react';
import type { FieldNote } from '../../../../lib/note-of.ts';
import { Field } from '../../../../ui/field.tsx';
import type { SettingsPath } from '../settings/settings-path.ts';

interface SettingFieldProps {
  readonly path: SettingsPath;
  readonly label: string;
  readonly note: FieldNote;
  /** Stands there while nothing else is to be said. */
  readonly hint?: ReactNode;
  readonly isGroup?: boolean;
  readonly isOptional?: boolean;
  readonly end?: ReactNode;
  readonly children: ReactNode;
}

/** One setting: its label, its control, and what is said of it. Its path is how a problem leads to it. */
export function SettingField({ path, note, hint, children, ...field }: SettingFieldProps) {
  return (
    <div data-field={path}>
      <Field {...field} hint={note.hint ?? hint} warning={note.warning} error={note.error}>
        {children}
      </Field>
    </div>
  );
}
