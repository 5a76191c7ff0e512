import { nameWeekday, type SilentHoursSettings, weekdays } from '@curlew/scenario';
import { silentSpans } from './silent-spans.ts';

type SilentWeekProps = Pick<SilentHoursSettings, 'from' | 'to' | 'silentDays'>;

const dayMinutes = 24 * 60;
const hours = [0, 6, 12, 18, 24] as const;
const percent = (minutes: number): string => `${(minutes / dayMinutes) * 100}%`;

/** A week drawn as seven bars of 24 hours; the settings beside it say the same in words. */
export function SilentWeek(settings: SilentWeekProps) {
  return (
    <div aria-hidden className="flex flex-col gap-1 text-12 text-ink-faint">
      {weekdays.map((day) => (
        <div key={day} className="flex items-center gap-2">
          <span className="w-7">{nameWeekday(day, 'short')}</span>
          <span className="relative h-2.5 flex-1 overflow-hidden rounded-[3px] bg-accent-wash">
            {silentSpans(settings, day).map(({ from, to }) => (
              <span
                key={from}
                className="absolute inset-y-0 bg-line-strong"
                style={{ left: percent(from), width: percent(to - from) }}
              />
            ))}
          </span>
        </div>
      ))}
      <div className="flex items-center gap-2">
        <span className="w-7" />
        <span className="relative h-4 flex-1 tabular-nums">
          {hours.map((hour) => (
            <span
              key={hour}
              className={
                hour === 0 ? 'absolute' : hour === 24 ? 'absolute right-0' : 'absolute -translate-x-1/2'
              }
              style={hour === 24 ? {} : { left: percent(hour * 60) }}
            >
              {hour}
            </span>
          ))}
        </span>
      </div>
      <p className="flex items-center gap-4">
        <span className="flex items-center gap-1.5">
          <span className="size-2.5 rounded-[3px] bg-line-strong" /> silent
        </span>
        <span className="flex items-center gap-1.5">
          <span className="size-2.5 rounded-[3px] bg-accent-wash" /> customers go on
        </span>
      </p>
    </div>
  );
}
