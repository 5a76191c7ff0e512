import { z } from 'zod';
import type { SettingsIssue } from '../node-kind.ts';
import { fieldError } from './field-issues.ts';

/** How often one customer may enter: without limit, once ever, or once per so many days. */
export const reentrySchema = z.object({
  mode: z.enum(['unlimited', 'once', 'period']),
  /** Counts with `period` only. */
  days: z.int('A whole number').min(0, 'Not below 0').max(3_650, 'At most 3,650'),
});

export type Reentry = z.infer<typeof reentrySchema>;

/** Nothing, or that a period has no length. */
export const findReentryIssues = ({ mode, days }: Reentry): SettingsIssue[] =>
  mode === 'period' && days === 0
    ? [fieldError('period_zero', 'reentry.days', 'Once per 0 days is no limit: make it at least 1 day')]
    : [];

/** How a summary ends: nothing where there is no limit. */
export const describeReentry = ({ mode, days }: Reentry): string => {
  if (mode === 'unlimited') return '';
  if (mode === 'once') return ', once per customer';
  return `, once in ${days === 1 ? 'a day' : `${days} days`}`;
};
