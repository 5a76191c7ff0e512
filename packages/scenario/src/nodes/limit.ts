import { z } from 'zod';
import type { NodeKindDescription, NodeOutput } from '../node-kind.ts';
import { fieldError } from '../settings/field-issues.ts';

/** Settings of a Limit node: the first so many customers of a run pass, the others leave by the other output. */
export const limitSettingsSchema = z.object({
  most: z.int('A whole number').min(0, 'Not below 0').max(100_000_000, 'At most 100,000,000').default(1_000),
});

export type LimitSettings = z.infer<typeof limitSettingsSchema>;

const outputs: readonly NodeOutput[] = [
  { id: 'pass', label: 'Passes' },
  { id: 'full', label: 'Full' },
];

const figure = new Intl.NumberFormat('en');

export const limit: NodeKindDescription<'limit', LimitSettings> = {
  kind: 'limit',
  title: 'Limit',
  family: 'flow',
  hint: 'Lets only so many customers pass',
  hasInput: true,
  outputs: () => outputs,
  defaults: () => limitSettingsSchema.parse({}),
  summary: ({ most }) => `At most ${most === 1 ? '1 customer' : `${figure.format(most)} customers`}`,
  issues: ({ most }) =>
    most === 0 ? [fieldError('limit_zero', 'most', 'Nobody would pass: make the limit at least 1')] : [],
};
