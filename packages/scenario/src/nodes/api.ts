import { z } from 'zod';
import type { NodeKindDescription } from '../node-kind.ts';
import { onlyOutput } from '../node-output.ts';
import { describeReentry, findReentryIssues, reentrySchema } from '../settings/reentry.ts';

/** Settings of an API call trigger: whom a program of one's own names enters. */
export const apiSettingsSchema = z.object({
  reentry: reentrySchema.default({ mode: 'unlimited', days: 30 }),
});

export type ApiSettings = z.infer<typeof apiSettingsSchema>;

export const api: NodeKindDescription<'api', ApiSettings> = {
  kind: 'api',
  title: 'API call',
  family: 'trigger',
  hint: 'Starts for the customer that your own program names',
  hasInput: false,
  outputs: () => onlyOutput,
  defaults: () => apiSettingsSchema.parse({}),
  summary: ({ reentry }) => `When called${describeReentry(reentry)}`,
  issues: ({ reentry }) => findReentryIssues(reentry),
};
