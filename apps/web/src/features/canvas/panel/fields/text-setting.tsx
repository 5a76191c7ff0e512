import type { ReactNode } from 'react';
import { TextField } from '../../../../ui/text-field.tsx';
import type { SettingsPath } from '../settings/settings-path.ts';
import { useEntry } from '../settings/use-entry.ts';
import { SettingField } from './setting-field.tsx';

interface TextSettingProps {
  readonly path: SettingsPath;
  readonly label: string;
  readonly value: string;
  readonly hint?: ReactNode;
  readonly placeholder?: string;
  /** The browser's own picker for it. */
  readonly type?: 'text' | 'date' | 'time';
  readonly isMono?: boolean;
}

export function TextSetting({ path, label, value, hint, ...input }: TextSettingProps) {
  const { control, change, note } = useEntry({ path, text: value });
  return (
    <SettingField path={path} label={label} note={note} hint={hint}>
      <TextField
        {...input}
        {...control}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => change(event.target.value)}
      />
    </SettingField>
  );
}
