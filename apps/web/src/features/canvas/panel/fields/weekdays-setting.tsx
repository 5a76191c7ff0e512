import type { Weekday } from '@curlew/scenario';
import type { ReactNode } from 'react';
import { noteOf } from '../../../../lib/note-of.ts';
import { ToggleButtons } from '../../../../ui/toggle-buttons.tsx';
import { useSettings } from '../settings/settings-context.ts';
import { SettingField } from './setting-field.tsx';
import { weekdayOptions } from '../../../../ui/weekday-options.ts';

interface WeekdaysSettingProps {
  readonly path: 'weekdays' | 'silentDays';
  readonly label: string;
  readonly value: readonly Weekday[];
  readonly hint?: ReactNode;
}

export function WeekdaysSetting({ path, label, value, hint }: WeekdaysSettingProps) {
  const { isReadOnly, issues, choose } = useSettings();
  return (
    <SettingField path={path} label={label} note={noteOf(issues, path)} hint={hint} isGroup>
      <ToggleButtons
        options={weekdayOptions}
        chosen={value}
        disabled={isReadOnly}
        onChange={(days) => choose(path, days)}
      />
    </SettingField>
  );
}
