import { z } from 'zod';
import type { NodeKindDescription, SettingsIssue } from '../node-kind.ts';
import { onlyOutput } from '../node-output.ts';
import { describeTime, nameWeekdays, timeSchema, weekdaySchema } from '../settings/calendar.ts';
import { fieldError, fieldWarning, findTimeIssues, findZoneIssues } from '../settings/field-issues.ts';
import { describeTimeZone, timeZoneSchema } from '../settings/time-zone.ts';

/** Settings of a Silent hours node: who comes while it is silent waits until it ends. */
export const silentHoursSettingsSchema = z.object({
  from: timeSchema.default('21:00'),
  /** Before `from`: on the next day; the same: no time of day is silent, only `silentDays` are. */
  to: timeSchema.default('08:00'),
  /** Days that are silent as a whole. */
  silentDays: z.array(weekdaySchema).max(7).default([]),
  timeZone: timeZoneSchema.default('customer'),
});

export type SilentHoursSettings = z.infer<typeof silentHoursSettingsSchema>;

/** `Silent 21:00 to 08:00 and Sunday, customer's time`. */
export const describeSilentHours = ({ from, to, silentDays, timeZone }: SilentHoursSettings): string => {
  const hours = from === to ? [] : [`${describeTime(from)} to ${describeTime(to)}`];
  const silent = [...hours, ...(silentDays.length === 0 ? [] : [nameWeekdays(silentDays)])].join(' and ');
  return silent === '' ? 'Never silent' : `Silent ${silent}${describeTimeZone(timeZone)}`;
};

const findSpanIssues = ({ from, to, silentDays }: SilentHoursSettings): SettingsIssue[] => {
  const issues: SettingsIssue[] = [];
  if (new Set(silentDays).size === 7)
    issues.push(
      fieldError(
        'always_silent',
        'silentDays',
        'Every day is silent, nobody would ever go on: leave a day out',
      ),
    );
  if (from !== '' && from === to && silentDays.length === 0)
    issues.push(
      fieldWarning(
        'never_silent',
        'to',
        'The silence ends when it begins, nobody would be held: change one of the times or add a silent day',
      ),
    );
  return issues;
};

/** What is wrong with hours that never end, or never begin, and with their times. */
export const findSilentHoursIssues = (settings: SilentHoursSettings): SettingsIssue[] => [
  ...findTimeIssues(settings.from, 'from'),
  ...findTimeIssues(settings.to, 'to'),
  ...findZoneIssues(settings.timeZone, 'timeZone'),
  ...findSpanIssues(settings),
];

export const silentHours: NodeKindDescription<'silent_hours', SilentHoursSettings> = {
  kind: 'silent_hours',
  title: 'Silent hours',
  family: 'flow',
  hint: 'Holds customers over the night, and over days of rest',
  hasInput: true,
  outputs: () => onlyOutput,
  defaults: () => silentHoursSettingsSchema.parse({}),
  summary: describeSilentHours,
  issues: findSilentHoursIssues,
};
