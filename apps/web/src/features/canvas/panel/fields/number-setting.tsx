import type { ReactNode } from 'react';
import { TextField } from '../../../../ui/text-field.tsx';
import { readOptionalNumber, readWholeNumber } from '../settings/read-whole-number.ts';
import type { SettingsPath } from '../settings/settings-path.ts';
import { useEntry } from '../settings/use-entry.ts';
import { SettingField } from './setting-field.tsx';

interface NumberSettingProps {
  readonly path: SettingsPath;
  readonly label: string;
  /** Null: none, where that is allowed. */
  readonly value: number | null;
  readonly isOptional?: boolean;
  /** What is counted, behind the number. */
  readonly unit?: string;
  readonly hint?: ReactNode;
  readonly placeholder?: string;
}

export function NumberSetting(props: NumberSettingProps) {
  const { path, label, value, isOptional = false, unit, hint, placeholder } = props;
  const { control, change, note } = useEntry({
    path,
    text: value === null ? '' : String(value),
    read: isOptional ? readOptionalNumber : readWholeNumber,
  });
  return (
    <SettingField path={path} label={label} note={note} hint={hint} isOptional={isOptional}>
      <div className="flex items-center gap-2">
        <div className="w-28 tabular-nums">
          <TextField
            {...control}
            {...(placeholder === undefined ? {} : { placeholder })}
            inputMode="numeric"
            autoComplete="off"
            onChange={(event) => change(event.target.value)}
          />
        </div>
        {unit !== undefined && <span className="text-13 text-ink-muted">{unit}</span>}
      </div>
    </SettingField>
  );
}
