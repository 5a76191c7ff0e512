import { type ReactNode, useId } from 'react';
import type { FieldNote as Note } from '../../../../lib/note-of.ts';
import { FieldNote } from '../../../../ui/field-note.tsx';
import type { SettingsPath } from '../settings/settings-path.ts';

interface SettingGroupProps {
  readonly path: SettingsPath;
  readonly label: string;
  readonly note: Note;
  readonly hint?: ReactNode;
  /** At the far end of the label: a small button. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
}

/** Several controls that belong together: the items of a list. */
export function SettingGroup({ path, label, note, hint, end, children }: SettingGroupProps) {
  const id = useId();
  return (
    <fieldset aria-labelledby={id} data-field={path} className="flex min-w-0 flex-col gap-2">
      <div className="flex min-h-5 items-center justify-between gap-2">
        <h3 id={id} className="text-13 font-medium text-ink">
          {label}
        </h3>
        {end}
      </div>
      {children}
      <FieldNote error={note.error} warning={note.warning} hint={note.hint ?? hint} />
    </fieldset>
  );
}
