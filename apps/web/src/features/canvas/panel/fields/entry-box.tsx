import type { ReactNode } from 'react';
import type { FieldNote as Note } from '../../../../lib/note-of.ts';
import { FieldNote } from '../../../../ui/field-note.tsx';
import type { SettingsPath } from '../settings/settings-path.ts';

interface EntryBoxProps {
  readonly path: SettingsPath;
  readonly note: Note;
  readonly children: ReactNode;
}

/** A control in a row of several, with its own `aria-label`, and what is said of it. */
export function EntryBox({ path, note, children }: EntryBoxProps) {
  return (
    <div data-field={path} className="flex min-w-0 flex-1 flex-col gap-1">
      {children}
      <FieldNote {...note} />
    </div>
  );
}
