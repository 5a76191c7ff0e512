import type { Reentry } from '@curlew/scenario';
import { ChoiceSetting } from './choice-setting.tsx';
import { NumberSetting } from './number-setting.tsx';

interface ReentrySettingProps {
  readonly value: Reentry;
}

const options = [
  { value: 'unlimited', label: 'Every time' },
  { value: 'once', label: 'Once ever' },
  { value: 'period', label: 'Once per period' },
] as const;

const hints: { readonly [M in Reentry['mode']]: string } = {
  unlimited: 'The same customer may enter again and again.',
  once: 'Who has entered here before, in any run, does not enter again.',
  period: 'Who entered here within the period does not enter again.',
};

/** How often the same customer may enter. */
export function ReentrySetting({ value }: ReentrySettingProps) {
  return (
    <>
      <ChoiceSetting
        path="reentry.mode"
        label="Same customer enters"
        look="segments"
        options={options}
        value={value.mode}
        hint={hints[value.mode]}
      />
      {value.mode === 'period' && (
        <NumberSetting path="reentry.days" label="Period" value={value.days} unit="days" />
      )}
    </>
  );
}
