import { z } from 'zod';
import { comparisonSchema } from '../filter/comparison.ts';
import { daySchema, timeSchema, weekdaySchema } from '../settings/calendar.ts';
import { durationSchema, durationUnits } from '../settings/duration.ts';
import { timeZoneSchema } from '../settings/time-zone.ts';

export const waitModes = ['duration', 'date', 'time_of_day', 'expression', 'event'] as const;

/** Settings of a Wait node; `mode` says which of the others count, the rest are kept for those who change their mind. */
export const waitSettingsSchema = z.object({
  mode: z.enum(waitModes).default('duration'),
  duration: durationSchema.default({ amount: 1, unit: 'days' }),
  date: daySchema.default(''),
  /** Of `date` and `time_of_day`. */
  time: timeSchema.default('09:00'),
  timeZone: timeZoneSchema.default('customer'),
  /** Days on which `time_of_day` may come; empty: any. */
  weekdays: z.array(weekdaySchema).max(7).default([]),
  /** A template that gives a number, rounded down; 0 and below: no wait. */
  expression: z.string().max(2_000, 'At most 2,000 characters').default(''),
  expressionUnit: z.enum(durationUnits).default('minutes'),
  event: z.string().max(100, 'At most 100 characters').default(''),
  /** All must hold of the event waited for. */
  where: z.array(comparisonSchema).max(10, 'At most 10 properties').default([]),
  timeout: durationSchema.default({ amount: 3, unit: 'days' }),
});

export type WaitSettings = z.infer<typeof waitSettingsSchema>;
