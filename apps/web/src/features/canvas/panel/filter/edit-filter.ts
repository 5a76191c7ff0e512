import type { CustomerFilter, FilterCondition } from '@curlew/scenario';
import { newComparison } from './edit-comparison.ts';

type FilterGroup = CustomerFilter['groups'][number];

export const mostGroups = 10;
export const mostConditions = 20;

const fresh: { readonly [K in FilterCondition['kind']]: () => FilterCondition } = {
  attribute: () => ({ kind: 'attribute', ...newComparison() }),
  event: () => ({ kind: 'event', event: '', did: true, atLeast: 1, withinDays: 30, where: [] }),
  consent: () => ({ kind: 'consent', categoryId: null, isGranted: true }),
};

export const newCondition = (kind: FilterCondition['kind']): FilterCondition => fresh[kind]();

interface ConditionPlace {
  readonly group: number;
  readonly index: number;
}

const firstFields = { attribute: 'property', event: 'event', consent: 'categoryId' } as const satisfies {
  readonly [K in FilterCondition['kind']]: string;
};

/** What a new condition is begun with. */
export const firstField = <K extends FilterCondition['kind']>(kind: K, { group, index }: ConditionPlace) =>
  `filter.groups.${group}.conditions.${index}.${firstFields[kind]}` as const;

const changeGroup = (
  filter: CustomerFilter,
  at: number,
  change: (group: FilterGroup) => FilterGroup,
): CustomerFilter => ({
  ...filter,
  groups: filter.groups.map((group, index) => (index === at ? change(group) : group)),
});

/** One more condition at the end of a group; in a group of its own where there is none yet. */
export const addCondition = (
  filter: CustomerFilter,
  at: number,
  condition: FilterCondition,
): CustomerFilter =>
  filter.groups[at]
    ? changeGroup(filter, at, (group) => ({ ...group, conditions: [...group.conditions, condition] }))
    : addGroup(filter, condition);

export const addGroup = (filter: CustomerFilter, condition: FilterCondition): CustomerFilter => ({
  ...filter,
  groups: [...filter.groups, { match: 'all', conditions: [condition] }],
});

/** The filter without a condition; a group that is left without any goes too. */
export const removeCondition = (
  filter: CustomerFilter,
  { group: at, index }: ConditionPlace,
): CustomerFilter => {
  const without = changeGroup(filter, at, (group) => ({
    ...group,
    conditions: group.conditions.toSpliced(index, 1),
  }));
  return without.groups[at]?.conditions.length === 0 ? removeGroup(without, at) : without;
};

/** The same condition once more, right after it. */
export const duplicateCondition = (
  filter: CustomerFilter,
  { group: at, index }: ConditionPlace,
): CustomerFilter =>
  changeGroup(filter, at, (group) => {
    const condition = group.conditions[index];
    return condition ? { ...group, conditions: group.conditions.toSpliced(index + 1, 0, condition) } : group;
  });

export const removeGroup = (filter: CustomerFilter, at: number): CustomerFilter => ({
  ...filter,
  groups: filter.groups.toSpliced(at, 1),
});

/** The same group once more, right after it. */
export const duplicateGroup = (filter: CustomerFilter, at: number): CustomerFilter => {
  const group = filter.groups[at];
  return group ? { ...filter, groups: filter.groups.toSpliced(at + 1, 0, group) } : filter;
};
