import type { Comparison } from './comparison.ts';
import { excludeEachOther } from './contradiction.ts';
import type { CustomerFilter, FilterCondition } from './filter.ts';

type EventCondition = Extract<FilterCondition, { kind: 'event' }>;

const isSame = (one: Comparison, other: Comparison): boolean =>
  one.property.trim() === other.property.trim() &&
  one.type === other.type &&
  one.operator === other.operator &&
  JSON.stringify(one.values) === JSON.stringify(other.values);

// Who did it five times in a week with a voucher did it once in a month.
const didAndDidNot = (did: EventCondition, didNot: EventCondition): boolean =>
  did.event.trim() === didNot.event.trim() &&
  did.atLeast >= didNot.atLeast &&
  (didNot.withinDays === null || (did.withinDays ?? Infinity) <= didNot.withinDays) &&
  didNot.where.every((asked) => did.where.some((comparison) => isSame(asked, comparison)));

const contradict = (conditions: readonly FilterCondition[]): boolean => {
  const events = conditions.filter((condition) => condition.kind === 'event');
  const consents = conditions.filter((condition) => condition.kind === 'consent');
  const did = events.filter((condition) => condition.did);
  return (
    excludeEachOther(conditions.filter((condition) => condition.kind === 'attribute')) ||
    did.some(({ where }) => excludeEachOther(where)) ||
    did.some((one) => events.some((other) => !other.did && didAndDidNot(one, other))) ||
    consents.some((one) =>
      consents.some((other) => one.categoryId === other.categoryId && one.isGranted !== other.isGranted),
    )
  );
};

/**
 * Whether no customer can meet a filter, as far as its conditions show it: those that must all hold and exclude each
 * other. Says no where it does not know. The filter is to be without issues.
 */
export const neverMatches = ({ match, groups }: CustomerFilter): boolean => {
  const asked = groups.filter(({ conditions }) => conditions.length > 0);
  if (match === 'any')
    return asked.length > 0 && asked.every((group) => neverMatches({ match: 'all', groups: [group] }));
  const required = asked.flatMap((group) => (group.match === 'all' ? group.conditions : []));
  return (
    contradict(required) ||
    asked.some(
      (group) =>
        group.match === 'any' && group.conditions.every((condition) => contradict([...required, condition])),
    )
  );
};
