import { ChoiceSetting } from '../fields/choice-setting.tsx';
import { ClockSettings } from '../fields/clock-settings.tsx';
import { DateAttributeSetting } from '../fields/date-attribute-setting.tsx';
import { OffsetSetting } from '../fields/offset-setting.tsx';
import type { KindPanelProps } from './kind-panel-props.ts';

const repeatOptions = [
  { value: 'once', label: 'Once' },
  { value: 'monthly', label: 'Each month' },
  { value: 'yearly', label: 'Each year' },
] as const;

export function DateAttributePanel({ settings }: KindPanelProps<'date_attribute'>) {
  return (
    <>
      <DateAttributeSetting path="attribute" value={settings.attribute} placeholder="date_of_birth" />
      <OffsetSetting value={settings.offsetDays} />
      <ChoiceSetting
        path="repeat"
        label="Comes"
        look="segments"
        options={repeatOptions}
        value={settings.repeat}
        hint={
          settings.repeat === 'yearly'
            ? 'Who was born on 29 February enters on the 28th in other years.'
            : undefined
        }
      />
      <ClockSettings settings={settings} />
    </>
  );
}
