import { z } from 'zod';
import { conditionsOf, emptyFilter, filterSchema } from '../filter/filter.ts';
import { describeFilter } from '../filter/describe-filter.ts';
import { findFilterIssues } from '../filter/filter-issues.ts';
import type { NodeKindDescription, NodeOutput } from '../node-kind.ts';
import { fieldError } from '../settings/field-issues.ts';

/** Settings of a Condition node: customers who meet the filter leave by one output, the others by the other. */
export const conditionSettingsSchema = z.object({ filter: filterSchema.default(emptyFilter) });

export type ConditionSettings = z.infer<typeof conditionSettingsSchema>;

const outputs: readonly NodeOutput[] = [
  { id: 'match', label: 'Match' },
  { id: 'no_match', label: 'No match' },
];

export const condition: NodeKindDescription<'condition', ConditionSettings> = {
  kind: 'condition',
  title: 'Condition',
  family: 'flow',
  hint: 'Parts customers by what is known of them',
  hasInput: true,
  outputs: () => outputs,
  defaults: () => conditionSettingsSchema.parse({}),
  summary: ({ filter }) => describeFilter(filter) || 'No condition yet',
  issues: ({ filter }) =>
    conditionsOf(filter, 'filter').length === 0
      ? [fieldError('condition_missing', 'filter', 'There is no condition, everyone would match: add one')]
      : findFilterIssues(filter, 'filter'),
};
