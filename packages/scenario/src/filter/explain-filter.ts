import type { FilterClock } from './create-comparison-test.ts';
import type { CustomerFilter, FilterCondition } from './filter.ts';
import { createConditionTest, createEventCount, type FilterFacts } from './meets-filter.ts';

/** Whether a customer meets a filter, and which condition decided it. */
export interface FilterVerdict {
  readonly isMet: boolean;
  /** Group and condition, counted from 0: `0.2`. Null where no single one decided it. */
  readonly decidedBy: string | null;
  /** What the customer has where that condition looks, or how often they did what it asks for; undefined where that is nothing. */
  readonly value: unknown;
}

const valueOf = (condition: FilterCondition, facts: FilterFacts, clock: FilterClock): unknown => {
  const { attributes, grantedConsents } = facts;
  switch (condition.kind) {
    case 'attribute': {
      const name = condition.property.trim();
      return Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    }
    case 'consent':
      return condition.categoryId !== null && grantedConsents.has(condition.categoryId);
    // Whether it was once at least is said by the answer.
    case 'event':
      return condition.atLeast === 1 ? undefined : createEventCount(condition, clock)(facts);
  }
};

interface Part {
  readonly condition: FilterCondition;
  readonly place: string;
  readonly test: (facts: FilterFacts) => boolean;
}

interface Decided {
  readonly isMet: boolean;
  readonly by: Part | null;
}

// The first that is not met decides where all must be, the first that is met where any may be.
const decideGroup = (match: 'all' | 'any', parts: readonly Part[], facts: FilterFacts): Decided => {
  const wanted = match === 'any';
  const by = parts.find(({ test }) => test(facts) === wanted);
  if (by) return { isMet: wanted, by };
  // A group of one is decided by that one either way.
  return { isMet: !wanted, by: parts.length === 1 ? (parts[0] ?? null) : null };
};

/** Makes the test of a filter at one moment that also says what decided it; it agrees with `createFilterTest`. */
export const createFilterVerdict = (
  filter: CustomerFilter,
  clock: FilterClock,
): ((facts: FilterFacts) => FilterVerdict) => {
  const groups = filter.groups
    .map(({ match, conditions }, group) => ({
      match,
      parts: conditions.map((condition, index): Part => ({
        condition,
        place: `${group}.${index}`,
        test: createConditionTest(condition, clock),
      })),
    }))
    .filter(({ parts }) => parts.length > 0);
  const wanted = filter.match === 'any';
  return (facts) => {
    let last: Decided = { isMet: true, by: null };
    let isMet = groups.length === 0 || !wanted;
    for (const { match, parts } of groups) {
      last = decideGroup(match, parts, facts);
      if (last.isMet !== wanted) continue;
      isMet = wanted;
      break;
    }
    // Where every group was asked in vain, only a single one has decided it.
    const { by } = isMet === wanted || groups.length === 1 ? last : { by: null };
    return {
      isMet,
      decidedBy: by?.place ?? null,
      value: by ? valueOf(by.condition, facts, clock) : undefined,
    };
  };
};
