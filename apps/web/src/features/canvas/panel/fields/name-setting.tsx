import type { ReactNode } from 'react';
import type { ComboboxOption } from '../../../../ui/combobox-options.ts';
import { Combobox } from '../../../../ui/combobox.tsx';
import type { SettingsPath } from '../settings/settings-path.ts';
import { useEntry } from '../settings/use-entry.ts';
import { SettingField } from './setting-field.tsx';

interface NameSettingProps {
  readonly path: SettingsPath;
  readonly label: string;
  readonly noun: string;
  readonly value: string;
  readonly options: readonly ComboboxOption[];
  /** Said while there is nothing to suggest. */
  readonly emptyNote: string;
  readonly placeholder: string;
  readonly hint?: ReactNode;
}

/** A name that is typed, or taken from those that are known. */
export function NameSetting(props: NameSettingProps) {
  const { path, label, noun, value, options, emptyNote, placeholder, hint } = props;
  const { control, change, choose, note } = useEntry({ path, text: value });
  return (
    <SettingField path={path} label={label} note={note} hint={hint}>
      <Combobox
        noun={noun}
        options={options}
        note={emptyNote}
        placeholder={placeholder}
        value={control.value}
        readOnly={control.readOnly}
        onBlur={control.onBlur}
        onType={change}
        onChoose={choose}
      />
    </SettingField>
  );
}
