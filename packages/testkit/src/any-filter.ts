import * as fc from 'fast-check';
import {
  comparisonTypes,
  describeOperator,
  operatorsOf,
  type Comparison,
  type ComparisonType,
  type CustomerFilter,
  type FilterCondition,
  type FilterFacts,
} from '@curlew/scenario';

// Few names and values, near each other, so that conditions meet and contradict.
const properties = ['city', 'orders'] as const;
const eventTypes = ['purchase', 'visit'] as const;
const categories = ['01a20242-d422-714d-a856-e14b220af4d1', '01a20242-d422-714d-a856-e14b220af4d2'] as const;

/** Noon of the day that the filters of tests are asked on, UTC. */
export const filterNow = Date.UTC(2026, 10, 22, 12);
const dayMs = 86_400_000;

const anyValueOf: { readonly [T in ComparisonType]: fc.Arbitrary<string> } = {
  text: fc.constantFrom('a', 'ab', 'abc', 'b', ' b ', '1', 'true'),
  number: fc.constantFrom('1', '2', '1.5', '02', ' 3 ', '-1', '.5'),
  boolean: fc.constant(''),
  date: fc.constantFrom('2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'),
  list: fc.constantFrom('a', 'b', '1', 'true'),
};

/** Any comparison without issues. */
export const anyComparison: fc.Arbitrary<Comparison> = fc
  .tuple(fc.constantFrom(...properties), fc.constantFrom(...comparisonTypes))
  .chain(([property, type]) =>
    fc.constantFrom(...operatorsOf[type]).chain((operator) => {
      const { values: needed } = describeOperator(operator);
      const isCount = operator === 'in_last_days' || operator === 'in_next_days';
      const anyValue = isCount ? fc.constantFrom('0', '1', '2') : anyValueOf[type];
      const [least, most] = needed === 'many' ? [1, 3] : [needed, needed];
      return fc.array(anyValue, { minLength: least, maxLength: most }).map((values) => ({
        property,
        type,
        operator,
        values:
          operator === 'between'
            ? values.toSorted((one, other) =>
                type === 'number' ? Number(one) - Number(other) : one.localeCompare(other),
              )
            : values,
      }));
    }),
  );

const anyCondition: fc.Arbitrary<FilterCondition> = fc.oneof(
  {
    weight: 4,
    arbitrary: anyComparison.map((comparison) => ({ ...comparison, kind: 'attribute' as const })),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('event' as const),
      event: fc.constantFrom(...eventTypes),
      did: fc.boolean(),
      atLeast: fc.integer({ min: 1, max: 2 }),
      withinDays: fc.option(fc.integer({ min: 1, max: 2 })),
      where: fc.array(anyComparison, { maxLength: 2 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('consent' as const),
      categoryId: fc.constantFrom(...categories),
      isGranted: fc.boolean(),
    }),
  },
);

const anyMatch = fc.constantFrom('all' as const, 'any' as const);

/** Any filter without issues; those that hold too much at once contradict themselves. */
export const anyFilter: fc.Arbitrary<CustomerFilter> = fc.record({
  match: anyMatch,
  groups: fc.array(fc.record({ match: anyMatch, conditions: fc.array(anyCondition, { maxLength: 4 }) }), {
    maxLength: 3,
  }),
});

const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'ab',
    'abc',
    'b',
    '1',
    '1.5',
    'true',
    'false',
    '2026-11-21',
    '2026-11-22T23:30:00-05:00',
  ),
  fc.constantFrom(1, 2, 1.5, -1, 0.5, 3, filterNow / 1_000, true, false, null, { nested: 1 }),
  fc.array(fc.constantFrom('a', 'b', 1, true, 1.5, null), { maxLength: 3 }),
);

const anyProperties = fc.record(Object.fromEntries(properties.map((property) => [property, anyValue])), {
  requiredKeys: [],
});

/** Any customer such filters ask about. */
export const anyFilterFacts: fc.Arbitrary<FilterFacts> = fc.record({
  attributes: anyProperties,
  events: fc.array(
    fc.record({
      type: fc.constantFrom(...eventTypes),
      timestamp: fc.integer({ min: 0, max: 6 }).map((halfDays) => filterNow - (halfDays * dayMs) / 2),
      properties: anyProperties,
    }),
    { maxLength: 4 },
  ),
  grantedConsents: fc.subarray([...categories]).map((granted) => new Set(granted)),
});
