import type { ReactNode } from 'react';
import { TextArea } from '../../../../ui/text-area.tsx';
import type { SettingsPath } from '../settings/settings-path.ts';
import { useEntry } from '../settings/use-entry.ts';
import { SettingField } from './setting-field.tsx';

interface TemplateSettingProps {
  readonly path: SettingsPath;
  readonly label: string;
  readonly value: string;
  readonly rows?: number;
  readonly placeholder?: string;
  readonly hint?: ReactNode;
}

/** A text with template syntax; it grows with what is typed. */
export function TemplateSetting({ path, label, value, rows = 1, placeholder, hint }: TemplateSettingProps) {
  const { control, change, note } = useEntry({ path, text: value });
  return (
    <SettingField path={path} label={label} note={note} hint={hint}>
      <TextArea
        {...control}
        {...(placeholder === undefined ? {} : { placeholder })}
        rows={rows}
        isMono
        isGrowing
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => change(event.target.value)}
      />
    </SettingField>
  );
}
