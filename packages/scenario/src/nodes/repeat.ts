import { z } from 'zod';
import type { NodeKindDescription, SettingsIssue } from '../node-kind.ts';
import { onlyOutput } from '../node-output.ts';
import { describeCron } from '../settings/describe-cron.ts';
import { fieldError, findZoneIssues } from '../settings/field-issues.ts';
import { describeReentry, findReentryIssues, reentrySchema } from '../settings/reentry.ts';
import { readSchedule } from '../settings/schedule.ts';
import { describeTimeZone, timeZoneSchema } from '../settings/time-zone.ts';

/** Settings of a Repeat trigger: it enrols every customer again and again. */
export const repeatSettingsSchema = z.object({
  /** Five fields: minute, hour, day of month, month, day of week. */
  cron: z.string().max(100, 'At most 100 characters').default('0 9 * * 1'),
  /** `customer` is no zone here: one clock starts everyone. */
  timeZone: timeZoneSchema.default('project'),
  reentry: reentrySchema.default({ mode: 'unlimited', days: 30 }),
});

export type RepeatSettings = z.infer<typeof repeatSettingsSchema>;

const reasons = {
  fields: 'The schedule needs five parts (minute, hour, day, month, weekday): type it like 0 9 * * 1',
  syntax: 'The schedule cannot be read: type it like 0 9 * * 1',
  never: 'The schedule names a day that never comes: choose another day',
} as const;

// Whether it can be read does not depend on the zone; a missing one is an issue of its own.
const findScheduleIssues = (cron: string): SettingsIssue[] => {
  const schedule = readSchedule(cron, { timeZone: 'UTC', from: new Date(0), count: 1 });
  if (schedule.ok || schedule.reason === 'time_zone') return [];
  return [fieldError('schedule_invalid', 'cron', reasons[schedule.reason])];
};

export const repeat: NodeKindDescription<'repeat', RepeatSettings> = {
  kind: 'repeat',
  title: 'Repeat',
  family: 'trigger',
  hint: 'Starts for everyone again and again: daily, weekly, monthly',
  hasInput: false,
  outputs: () => onlyOutput,
  defaults: () => repeatSettingsSchema.parse({}),
  summary: ({ cron, timeZone, reentry }) =>
    `${describeCron(cron)}${describeTimeZone(timeZone)}${describeReentry(reentry)}`,
  issues: (settings) => [
    ...findScheduleIssues(settings.cron),
    ...(settings.timeZone === 'customer'
      ? [
          fieldError(
            'time_zone_customer',
            'timeZone',
            'A repeat starts everyone at once, by one clock: choose a time zone',
          ),
        ]
      : findZoneIssues(settings.timeZone, 'timeZone')),
    ...findReentryIssues(settings.reentry),
  ],
};
