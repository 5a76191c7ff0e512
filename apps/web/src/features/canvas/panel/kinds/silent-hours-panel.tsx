import { SilentWeek } from '../fields/silent-week.tsx';
import { TextSetting } from '../fields/text-setting.tsx';
import { TimeZoneSetting } from '../fields/time-zone-setting.tsx';
import { WeekdaysSetting } from '../fields/weekdays-setting.tsx';
import type { KindPanelProps } from './kind-panel-props.ts';

export function SilentHoursPanel({ settings }: KindPanelProps<'silent_hours'>) {
  const { from, to, silentDays, timeZone } = settings;
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <TextSetting path="from" label="Silent from" type="time" value={from} />
        <TextSetting path="to" label="To" type="time" value={to} />
      </div>
      <WeekdaysSetting path="silentDays" label="Silent all day on" value={silentDays} />
      <SilentWeek from={from} to={to} silentDays={silentDays} />
      <TimeZoneSetting value={timeZone} />
    </>
  );
}
