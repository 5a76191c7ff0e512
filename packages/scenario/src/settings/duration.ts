import { z } from 'zod';

export const durationUnits = ['minutes', 'hours', 'days', 'weeks', 'months'] as const;

/** A length of time by the calendar: a day is as long as it is where the customer lives, 31 January + 1 month is the last of February. */
export const durationSchema = z.object({
  amount: z.int('A whole number').min(0, 'Not below 0').max(10_000, 'At most 10,000'),
  unit: z.enum(durationUnits),
});

export type Duration = z.infer<typeof durationSchema>;

const singular: { readonly [U in Duration['unit']]: string } = {
  minutes: 'minute',
  hours: 'hour',
  days: 'day',
  weeks: 'week',
  months: 'month',
};

/** `1 day`, `3 weeks`. */
export const describeDuration = ({ amount, unit }: Duration): string =>
  `${amount} ${amount === 1 ? singular[unit] : unit}`;
