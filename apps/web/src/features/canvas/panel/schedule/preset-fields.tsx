import { noteOf } from '../../../../lib/note-of.ts';
import { Field } from '../../../../ui/field.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { ToggleButtons } from '../../../../ui/toggle-buttons.tsx';
import { weekdayOptions } from '../../../../ui/weekday-options.ts';
import { useSettings } from '../settings/settings-context.ts';
import { useEntry } from '../settings/use-entry.ts';
import { type CronPreset, writePreset } from './cron-preset.ts';

interface PresetFieldsProps {
  readonly preset: Exclude<CronPreset, { kind: 'custom' }>;
}

const lastDay = 'last';
const dayOptions = [
  ...Array.from({ length: 31 }, (_, index) => ({ value: String(index + 1), label: String(index + 1) })),
  { value: lastDay, label: 'Last day' },
];

const findTimeProblem = (time: string): string | null =>
  /^\d\d:\d\d$/.test(time) ? null : 'There is no time of day: type one, for example 9:00';

/** What a usual rhythm asks for: its days and its time. */
export function PresetFields({ preset }: PresetFieldsProps) {
  const { isReadOnly, choose } = useSettings();
  const time = useEntry({
    path: 'cron',
    text: preset.time,
    findProblem: findTimeProblem,
    read: (text) => writePreset({ ...preset, time: text }),
  });
  const timeNote = time.note.error === undefined ? noteOf([], 'cron') : time.note;

  return (
    <>
      {preset.kind === 'weekly' && (
        <Field label="On" isGroup>
          <ToggleButtons
            options={weekdayOptions}
            chosen={preset.days}
            disabled={isReadOnly}
            // A week without days would never come.
            onChange={(days) => days.length > 0 && choose('cron', writePreset({ ...preset, days }))}
          />
        </Field>
      )}
      <div className="grid grid-cols-2 gap-3">
        {preset.kind === 'monthly' && (
          <Field
            label="Day of month"
            hint={Number(preset.day) > 28 ? 'Only in months that have one' : undefined}
          >
            <Select
              options={dayOptions}
              value={String(preset.day)}
              disabled={isReadOnly}
              onChange={(day) =>
                choose('cron', writePreset({ ...preset, day: day === lastDay ? lastDay : Number(day) }))
              }
            />
          </Field>
        )}
        <Field label="At" {...timeNote}>
          <TextField type="time" {...time.control} onChange={(event) => time.change(event.target.value)} />
        </Field>
      </div>
    </>
  );
}
