import type { ReactNode } from 'react';
import { noteOf } from '../../../../lib/note-of.ts';
import { Segmented } from '../../../../ui/segmented.tsx';
import { Select, type SelectOption } from '../../../../ui/select.tsx';
import { useSettings } from '../settings/settings-context.ts';
import type { SettingsPath } from '../settings/settings-path.ts';
import { SettingField } from './setting-field.tsx';

interface ChoiceSettingProps<Value extends string> {
  readonly path: SettingsPath;
  readonly label: string;
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  readonly hint?: ReactNode;
  /** Two to four short words stand side by side, more fold into a list. */
  readonly look?: 'list' | 'segments';
}

export function ChoiceSetting<Value extends string>(props: ChoiceSettingProps<Value>) {
  const { path, label, value, options, hint, look = 'list' } = props;
  const { isReadOnly, issues, choose } = useSettings();
  const Control = look === 'list' ? Select : Segmented;
  return (
    <SettingField
      path={path}
      label={label}
      note={noteOf(issues, path)}
      hint={hint}
      isGroup={look === 'segments'}
    >
      <Control
        options={options}
        value={value}
        disabled={isReadOnly}
        onChange={(chosen) => choose(path, chosen)}
      />
    </SettingField>
  );
}
