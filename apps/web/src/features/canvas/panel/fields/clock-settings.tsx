import { TextSetting } from './text-setting.tsx';
import { TimeZoneSetting } from './time-zone-setting.tsx';

interface ClockSettingsProps {
  readonly settings: { readonly date?: string; readonly time: string; readonly timeZone: string };
  readonly hasDate?: boolean;
}

/** A time on the clock of a zone, of a day where that is asked. */
export function ClockSettings({ settings, hasDate = false }: ClockSettingsProps) {
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        {hasDate && <TextSetting path="date" label="Date" type="date" value={settings.date ?? ''} />}
        <TextSetting path="time" label="Time" type="time" value={settings.time} />
      </div>
      <TimeZoneSetting value={settings.timeZone} />
    </>
  );
}
