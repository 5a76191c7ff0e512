import { describeCron } from '@curlew/scenario';
import { useState } from 'react';
import { noteOf } from '../../../../lib/note-of.ts';
import { Select } from '../../../../ui/select.tsx';
import { SettingField } from '../fields/setting-field.tsx';
import { TextSetting } from '../fields/text-setting.tsx';
import { useSettings } from '../settings/settings-context.ts';
import { presetOf, type PresetKind, readPreset } from './cron-preset.ts';
import { PresetFields } from './preset-fields.tsx';

interface ScheduleSettingProps {
  readonly cron: string;
}

const options = [
  { value: 'daily', label: 'Every day' },
  { value: 'weekdays', label: 'On weekdays' },
  { value: 'weekly', label: 'Weekly, on days' },
  { value: 'monthly', label: 'Monthly, on a day' },
  { value: 'custom', label: 'Cron expression' },
] as const satisfies readonly { readonly value: PresetKind; readonly label: string }[];

/** How often everyone starts: a usual rhythm, or a cron expression. */
export function ScheduleSetting({ cron }: ScheduleSettingProps) {
  const { isReadOnly, issues, choose } = useSettings();
  const preset = readPreset(cron);
  // An expression that is a usual rhythm too is shown as what it was entered as.
  const [isAsCron, setAsCron] = useState(preset.kind === 'custom');
  const kind = isAsCron ? 'custom' : preset.kind;
  const chooseKind = (chosen: PresetKind) => {
    setAsCron(chosen === 'custom');
    if (chosen !== 'custom') choose('cron', presetOf(chosen, preset));
  };

  return (
    <>
      <SettingField
        path="cron"
        label="Repeats"
        note={kind === 'custom' ? noteOf([], 'cron') : noteOf(issues, 'cron')}
      >
        <Select options={options} value={kind} disabled={isReadOnly} onChange={chooseKind} />
      </SettingField>
      {kind === 'custom' || preset.kind === 'custom' ? (
        <TextSetting
          path="cron"
          label="Cron expression"
          value={cron}
          isMono
          placeholder="0 9 * * 1"
          hint={`${describeCron(cron)}. Minute, hour, day of month, month, day of week.`}
        />
      ) : (
        <PresetFields preset={preset} />
      )}
    </>
  );
}
