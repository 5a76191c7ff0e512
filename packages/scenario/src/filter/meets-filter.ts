import { findConditionIssues } from './condition-issues.ts';
import { createComparisonTest, type FilterClock } from './create-comparison-test.ts';
import type { CustomerFilter, FilterCondition } from './filter.ts';

/** What a filter asks of a customer, as it is stored: attributes and properties are what JSON.parse gives. */
export interface FilterFacts {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly events: readonly {
    readonly type: string;
    /** Milliseconds since 1970, UTC. */
    readonly timestamp: number;
    readonly properties: Readonly<Record<string, unknown>>;
  }[];
  /** Ids of the categories that the customer may be written to under, now. */
  readonly grantedConsents: ReadonlySet<string>;
}

export type FilterTest = (facts: FilterFacts) => boolean;

const dayMs = 86_400_000;

export type EventCondition = Extract<FilterCondition, { kind: 'event' }>;

/** Counts the events that a condition asks for, up to as many as it asks for. */
export const createEventCount = (
  { event, atLeast, withinDays, where }: EventCondition,
  clock: FilterClock,
): ((facts: Pick<FilterFacts, 'events'>) => number) => {
  const name = event.trim();
  const since = withinDays === null ? -Infinity : clock.now - withinDays * dayMs;
  const tests = where.map((comparison) => createComparisonTest(comparison, clock));
  return ({ events }) => {
    let count = 0;
    for (const { type, timestamp, properties } of events) {
      if (type !== name || timestamp < since || !tests.every((test) => test(properties))) continue;
      count += 1;
      if (count === atLeast) break;
    }
    return count;
  };
};

const createEventTest = (condition: EventCondition, clock: FilterClock): FilterTest => {
  const countOf = createEventCount(condition, clock);
  const { did, atLeast } = condition;
  return (facts) => countOf(facts) >= atLeast === did;
};

/** Makes the test of one condition at one moment; one with issues is met by nobody. */
export const createConditionTest = (condition: FilterCondition, clock: FilterClock): FilterTest => {
  // What is not asked completely is met by nobody.
  if (findConditionIssues(condition, '').length > 0) return () => false;
  switch (condition.kind) {
    case 'attribute': {
      const test = createComparisonTest(condition, clock);
      return ({ attributes }) => test(attributes);
    }
    case 'event':
      return createEventTest(condition, clock);
    case 'consent': {
      const { categoryId, isGranted } = condition;
      return ({ grantedConsents }) => (categoryId !== null && grantedConsents.has(categoryId)) === isGranted;
    }
  }
};

const join =
  (match: CustomerFilter['match'], tests: readonly FilterTest[]): FilterTest =>
  (facts) =>
    match === 'all' ? tests.every((test) => test(facts)) : tests.some((test) => test(facts));

/** Makes the test of a filter at one moment, to be asked of many customers. A condition with issues is met by nobody. */
export const createFilterTest = (filter: CustomerFilter, clock: FilterClock): FilterTest => {
  // A group without conditions says nothing; a filter that says nothing is met by everyone.
  const groups = filter.groups.filter(({ conditions }) => conditions.length > 0);
  if (groups.length === 0) return () => true;
  const tests = groups.map(({ match, conditions }) =>
    join(
      match,
      conditions.map((condition) => createConditionTest(condition, clock)),
    ),
  );
  return join(filter.match, tests);
};

/** Whether a customer meets a filter; for many customers `createFilterTest` is faster. */
export const meetsFilter = (filter: CustomerFilter, facts: FilterFacts, clock: FilterClock): boolean =>
  createFilterTest(filter, clock)(facts);
