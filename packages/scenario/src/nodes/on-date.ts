import { z } from 'zod';
import type { NodeKindDescription } from '../node-kind.ts';
import { onlyOutput } from '../node-output.ts';
import { daySchema, describeDay, describeTime, timeSchema } from '../settings/calendar.ts';
import { findDayIssues, findTimeIssues, findZoneIssues } from '../settings/field-issues.ts';
import { describeTimeZone, timeZoneSchema } from '../settings/time-zone.ts';

/** Settings of an On date trigger: it enrols every customer once, at a moment to come. */
export const onDateSettingsSchema = z.object({
  date: daySchema.default(''),
  time: timeSchema.default('09:00'),
  timeZone: timeZoneSchema.default('project'),
});

export type OnDateSettings = z.infer<typeof onDateSettingsSchema>;

export const onDate: NodeKindDescription<'on_date', OnDateSettings> = {
  kind: 'on_date',
  title: 'On date',
  family: 'trigger',
  hint: 'Starts for everyone at a date and time',
  hasInput: false,
  outputs: () => onlyOutput,
  defaults: () => onDateSettingsSchema.parse({}),
  summary: ({ date, time, timeZone }) =>
    date === ''
      ? 'No date yet'
      : `${describeDay(date)} at ${describeTime(time)}${describeTimeZone(timeZone)}`,
  issues: ({ date, time, timeZone }) => [
    ...findDayIssues(date, 'date'),
    ...findTimeIssues(time, 'time'),
    ...findZoneIssues(timeZone, 'timeZone'),
  ],
};
