import { TextField } from '../../../../ui/text-field.tsx';
import type { SettingsPath } from '../settings/settings-path.ts';
import { useEntry } from '../settings/use-entry.ts';
import { EntryBox } from './entry-box.tsx';

interface InlineEntryProps {
  readonly path: SettingsPath;
  readonly label: string;
  readonly value: string;
  readonly read?: (text: string) => unknown;
  readonly placeholder?: string;
  readonly type?: 'text' | 'date';
  readonly inputMode?: 'text' | 'numeric' | 'decimal';
  readonly isMono?: boolean;
}

/** A typed value in a row of several. */
export function InlineEntry({ path, label, value, read, ...input }: InlineEntryProps) {
  const { control, change, note } = useEntry({ path, text: value, ...(read ? { read } : {}) });
  return (
    <EntryBox path={path} note={note}>
      <TextField
        {...input}
        {...control}
        size="small"
        aria-label={label}
        aria-invalid={note.error === undefined ? undefined : true}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => change(event.target.value)}
      />
    </EntryBox>
  );
}
