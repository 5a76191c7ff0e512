import type { WaitSettings } from '@curlew/scenario';
import type { ReactNode } from 'react';
import { ChoiceSetting } from '../fields/choice-setting.tsx';
import { ClockSettings } from '../fields/clock-settings.tsx';
import { DurationSetting } from '../fields/duration-setting.tsx';
import { EventSetting } from '../fields/event-setting.tsx';
import { TemplateSetting } from '../fields/template-setting.tsx';
import { unitOptions } from '../../../../ui/unit-options.ts';
import { WeekdaysSetting } from '../fields/weekdays-setting.tsx';
import { WhereSetting } from '../filter/where-setting.tsx';
import type { KindPanelProps } from './kind-panel-props.ts';

const modeOptions = [
  { value: 'duration', label: 'For a length of time' },
  { value: 'date', label: 'Until a date' },
  { value: 'time_of_day', label: 'Until a time of day' },
  { value: 'expression', label: 'As long as a template says' },
  { value: 'event', label: 'For an event' },
] as const satisfies readonly { readonly value: WaitSettings['mode']; readonly label: string }[];

const fields: { readonly [M in WaitSettings['mode']]: (settings: WaitSettings) => ReactNode } = {
  duration: ({ duration }) => (
    <DurationSetting
      path="duration"
      label="Length"
      value={duration}
      hint="Days, weeks and months go by the calendar: to the same time of day."
    />
  ),
  date: (settings) => (
    <>
      <ClockSettings settings={settings} hasDate />
      <p className="text-12 text-ink-faint">Who comes later goes on at once.</p>
    </>
  ),
  time_of_day: (settings) => (
    <>
      <WeekdaysSetting path="weekdays" label="On" value={settings.weekdays} hint="None chosen: on any day." />
      <ClockSettings settings={settings} />
    </>
  ),
  expression: ({ expression, expressionUnit }) => (
    <>
      <TemplateSetting
        path="expression"
        label="Expression"
        value={expression}
        placeholder="{{ customer.delivery_days }}"
        hint="Gives a number for each customer; 0 and less is no wait."
      />
      <ChoiceSetting path="expressionUnit" label="Unit" options={unitOptions} value={expressionUnit} />
    </>
  ),
  event: ({ event, where, timeout }) => (
    <>
      <EventSetting path="event" value={event} />
      <WhereSetting path="where" event={event} value={where} />
      <DurationSetting
        path="timeout"
        label="Wait at most"
        value={timeout}
        hint="Who has no such event by then leaves by “Timed out”."
      />
    </>
  ),
};

export function WaitPanel({ settings }: KindPanelProps<'wait'>) {
  return (
    <>
      <ChoiceSetting path="mode" label="Wait" options={modeOptions} value={settings.mode} />
      {fields[settings.mode](settings)}
    </>
  );
}
