import { z } from 'zod';
import { comparisonSchema } from '../filter/comparison.ts';
import { describeComparison } from '../filter/describe-comparison.ts';
import { findWhereIssues } from '../filter/where-issues.ts';
import type { NodeKindDescription } from '../node-kind.ts';
import { onlyOutput } from '../node-output.ts';
import { fieldError } from '../settings/field-issues.ts';
import { describeReentry, findReentryIssues, reentrySchema } from '../settings/reentry.ts';

/** Settings of an On event trigger: whoever does something enters at that moment. */
export const onEventSettingsSchema = z.object({
  event: z.string().max(100, 'At most 100 characters').default(''),
  /** All must hold. */
  where: z.array(comparisonSchema).max(10, 'At most 10 properties').default([]),
  reentry: reentrySchema.default({ mode: 'unlimited', days: 30 }),
});

export type OnEventSettings = z.infer<typeof onEventSettingsSchema>;

export const onEvent: NodeKindDescription<'on_event', OnEventSettings> = {
  kind: 'on_event',
  title: 'On event',
  family: 'trigger',
  hint: 'Starts for each customer who does something, when they do it',
  hasInput: false,
  outputs: () => onlyOutput,
  defaults: () => onEventSettingsSchema.parse({}),
  summary: ({ event, where, reentry }) => {
    if (event.trim() === '') return 'No event yet';
    const which = where.length === 0 ? '' : ` where ${where.map(describeComparison).join(' and ')}`;
    return `On ${event.trim()}${which}${describeReentry(reentry)}`;
  },
  issues: ({ event, where, reentry }) => [
    ...(event.trim() === ''
      ? [fieldError('event_missing', 'event', 'The event is missing: choose one')]
      : []),
    ...findWhereIssues(where, 'where'),
    ...findReentryIssues(reentry),
  ],
};
