import { z } from 'zod';
import type { NodeKindDescription } from '../node-kind.ts';
import { onlyOutput } from '../node-output.ts';
import { describeTime, timeSchema } from '../settings/calendar.ts';
import { fieldError, findTimeIssues, findZoneIssues } from '../settings/field-issues.ts';
import { describeTimeZone, timeZoneSchema } from '../settings/time-zone.ts';

/** Settings of an On date attribute trigger: a customer enters so many days before or after a date of their own. */
export const dateAttributeSettingsSchema = z.object({
  attribute: z.string().max(100, 'At most 100 characters').default(''),
  /** Days after the date; below zero: before it. */
  offsetDays: z
    .int('A whole number')
    .min(-365, 'At most 365 days before')
    .max(365, 'At most 365 days after')
    .default(0),
  repeat: z.enum(['once', 'monthly', 'yearly']).default('yearly'),
  time: timeSchema.default('09:00'),
  timeZone: timeZoneSchema.default('customer'),
});

export type DateAttributeSettings = z.infer<typeof dateAttributeSettingsSchema>;

const describeOffset = (days: number): string => {
  if (days === 0) return 'On';
  const length = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return `${length} ${days < 0 ? 'before' : 'after'}`;
};

const repeats = { once: '', monthly: ', each month', yearly: ', each year' } as const;

export const dateAttribute: NodeKindDescription<'date_attribute', DateAttributeSettings> = {
  kind: 'date_attribute',
  title: 'On date attribute',
  family: 'trigger',
  hint: 'Starts for each customer on a date of their own: a birthday, the end of a contract',
  hasInput: false,
  outputs: () => onlyOutput,
  defaults: () => dateAttributeSettingsSchema.parse({}),
  summary: ({ attribute, offsetDays, repeat, time, timeZone }) =>
    attribute.trim() === ''
      ? 'No attribute yet'
      : `${describeOffset(offsetDays)} ${attribute.trim()}${repeats[repeat]}, at ${describeTime(time)}${describeTimeZone(timeZone)}`,
  issues: ({ attribute, time, timeZone }) => [
    ...(attribute.trim() === ''
      ? [
          fieldError(
            'attribute_missing',
            'attribute',
            'The attribute is missing: choose one that holds a date',
          ),
        ]
      : []),
    ...findTimeIssues(time, 'time'),
    ...findZoneIssues(timeZone, 'timeZone'),
  ],
};
