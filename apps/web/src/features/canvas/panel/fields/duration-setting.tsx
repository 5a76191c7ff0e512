import type { Duration } from '@curlew/scenario';
import type { ReactNode } from 'react';
import { OwnLabel } from '../../../../ui/own-label.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { readWholeNumber } from '../settings/read-whole-number.ts';
import { useSettings } from '../settings/settings-context.ts';
import { useEntry } from '../settings/use-entry.ts';
import { SettingField } from './setting-field.tsx';
import { unitOptions } from '../../../../ui/unit-options.ts';

interface DurationSettingProps {
  readonly path: 'duration' | 'timeout' | 'winner.after';
  readonly label: string;
  readonly value: Duration;
  readonly hint?: ReactNode;
}

/** So many minutes, hours, days, weeks or months. */
export function DurationSetting({ path, label, value, hint }: DurationSettingProps) {
  const { isReadOnly, choose } = useSettings();
  const { control, change, note } = useEntry({
    path: `${path}.amount`,
    text: String(value.amount),
    read: readWholeNumber,
  });
  return (
    <SettingField path={`${path}.amount`} label={label} note={note} hint={hint}>
      <div className="flex gap-2">
        <div className="w-28 tabular-nums">
          <TextField
            {...control}
            inputMode="numeric"
            autoComplete="off"
            onChange={(event) => change(event.target.value)}
          />
        </div>
        <div className="w-32">
          <OwnLabel>
            <Select
              aria-label={`${label}, unit`}
              options={unitOptions}
              value={value.unit}
              disabled={isReadOnly}
              onChange={(unit) => choose(`${path}.unit`, unit)}
            />
          </OwnLabel>
        </div>
      </div>
    </SettingField>
  );
}
