import type { Duration } from '@curlew/scenario';
import type { ReactNode } from 'react';
import { DurationInputs } from '../../../../ui/duration-inputs.tsx';
import { readWholeNumber } from '../settings/read-whole-number.ts';
import { useSettings } from '../settings/settings-context.ts';
import { useEntry } from '../settings/use-entry.ts';
import { SettingField } from './setting-field.tsx';

interface DurationSettingProps {
  readonly path: 'duration' | 'timeout' | 'winner.after';
  readonly label: string;
  readonly value: Duration;
  readonly hint?: ReactNode;
}

/** So many minutes, hours, days, weeks or months. */
export function DurationSetting({ path, label, value, hint }: DurationSettingProps) {
  const { choose } = useSettings();
  const { control, change, note } = useEntry({
    path: `${path}.amount`,
    text: String(value.amount),
    read: readWholeNumber,
  });
  return (
    <SettingField path={`${path}.amount`} label={label} note={note} hint={hint}>
      <DurationInputs
        label={label}
        {...control}
        onAmountChange={change}
        unit={value.unit}
        onUnitChange={(unit) => choose(`${path}.unit`, unit)}
      />
    </SettingField>
  );
}
