import { describeComparison } from './describe-comparison.ts';
import type { CustomerFilter, FilterCondition } from './filter.ts';

const describeEvent = (condition: Extract<FilterCondition, { kind: 'event' }>): string => {
  const { event, did, atLeast, withinDays, where } = condition;
  const verb = did ? 'did' : 'did not do';
  const often = atLeast === 1 ? '' : ` at least ${atLeast} times`;
  const which = where.length === 0 ? '' : ` where ${where.map(describeComparison).join(' and ')}`;
  const when = withinDays === null ? '' : ` in the last ${withinDays === 1 ? 'day' : `${withinDays} days`}`;
  return `${verb} ${event.trim() || 'something'}${often}${which}${when}`;
};

/** One condition in words. */
export const describeCondition = (condition: FilterCondition): string => {
  switch (condition.kind) {
    case 'attribute':
      return describeComparison(condition);
    case 'event':
      return describeEvent(condition);
    case 'consent':
      return condition.isGranted ? 'gave a consent' : 'did not give a consent';
  }
};

/** A filter in one line: its first condition, and how many more there are. */
export const describeFilter = ({ match, groups }: CustomerFilter): string => {
  const asked = groups.filter(({ conditions }) => conditions.length > 0);
  const [first, ...others] = asked.flatMap(({ conditions }) => conditions);
  if (!first) return '';
  if (others.length === 0) return describeCondition(first);
  const joint = asked.length === 1 ? asked[0]?.match : match;
  return `${describeCondition(first)}, ${joint === 'any' ? 'or' : 'and'} ${others.length} more`;
};
