import type { ComboboxOption } from '../../../../ui/combobox-options.ts';
import { Combobox } from '../../../../ui/combobox.tsx';
import type { SettingsPath } from '../settings/settings-path.ts';
import { useEntry } from '../settings/use-entry.ts';
import { EntryBox } from './entry-box.tsx';

interface InlineNameProps {
  readonly path: SettingsPath;
  readonly label: string;
  readonly noun: string;
  readonly value: string;
  readonly options: readonly ComboboxOption[];
  readonly emptyNote?: string;
  readonly placeholder?: string;
  /** What else follows from a suggestion that was taken; without it the name alone is written. */
  readonly onChoose?: (name: string) => void;
}

/** A name in a row of several, typed or taken from those that are known. */
export function InlineName(props: InlineNameProps) {
  const { path, label, noun, value, options, emptyNote, placeholder, onChoose } = props;
  const { control, change, choose, note } = useEntry({ path, text: value });
  return (
    <EntryBox path={path} note={note}>
      <Combobox
        size="small"
        aria-label={label}
        aria-invalid={note.error === undefined ? undefined : true}
        noun={noun}
        options={options}
        {...(emptyNote === undefined ? {} : { note: emptyNote })}
        {...(placeholder === undefined ? {} : { placeholder })}
        value={control.value}
        readOnly={control.readOnly}
        onBlur={control.onBlur}
        onType={change}
        onChoose={onChoose ?? choose}
      />
    </EntryBox>
  );
}
