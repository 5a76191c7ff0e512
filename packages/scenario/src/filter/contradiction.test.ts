import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyComparison, anyFilterFacts, filterNow } from '@curlew/testkit';
import { excludeEachOther } from './contradiction.ts';
import { createComparisonTest } from './create-comparison-test.ts';
import { compare, type Asked } from '../testing/compare-asked.ts';

const clock = { now: filterNow, timeZone: 'UTC' };

const excluding: Asked[][] = [
  [
    ['text', 'is', 'a'],
    ['text', 'is', 'b'],
  ],
  [
    ['text', 'is', 'a'],
    ['text', 'is_not', ' a '],
  ],
  [
    ['text', 'one_of', 'a', 'b'],
    ['text', 'one_of', 'c', 'd'],
  ],
  [
    ['text', 'one_of', 'a', 'b'],
    ['text', 'one_of', 'b', 'c'],
    ['text', 'one_of', 'c', 'a'],
  ],
  [
    ['text', 'one_of', 'ab', 'ac'],
    ['text', 'ends_with', 'd'],
  ],
  [
    ['text', 'is', 'abc'],
    ['text', 'contains_not', 'b'],
  ],
  [
    ['text', 'starts_with', 'ab'],
    ['text', 'starts_with', 'b'],
  ],
  [
    ['text', 'ends_with', 'ab'],
    ['text', 'ends_with', 'cab'],
    ['text', 'ends_with', 'dab'],
  ],
  [
    ['text', 'contains', 'abc'],
    ['text', 'contains_not', 'b'],
  ],
  [
    ['text', 'starts_with', 'abc'],
    ['text', 'contains_not', 'c'],
  ],
  [
    ['number', 'less', '5'],
    ['number', 'at_least', '5'],
  ],
  [
    ['number', 'less', '5'],
    ['number', 'more', '5'],
  ],
  [
    ['number', 'equals', '5'],
    ['number', 'equals', '6'],
  ],
  [
    ['number', 'equals', '5'],
    ['number', 'equals_not', '5.0'],
  ],
  [
    ['number', 'at_most', '5'],
    ['number', 'at_least', '5'],
    ['number', 'equals_not', '5'],
  ],
  [
    ['number', 'between', '1', '2'],
    ['number', 'more', '2'],
  ],
  [
    ['boolean', 'is_true'],
    ['boolean', 'is_false'],
  ],
  [
    ['date', 'before', '2026-11-22'],
    ['date', 'on', '2026-11-22'],
  ],
  [
    ['date', 'before', '2026-11-23'],
    ['date', 'after', '2026-11-22'],
  ],
  [
    ['date', 'between', '2026-11-20', '2026-11-21'],
    ['date', 'after', '2026-11-21'],
  ],
  [
    ['list', 'has', 'a'],
    ['list', 'has_not', 'a'],
  ],
  [
    ['text', 'is_not_set'],
    ['number', 'equals', '5'],
  ],
  [
    ['text', 'is_set'],
    ['list', 'is_not_set'],
  ],
];

it.each(excluding.map((asked) => [asked]))('[N55] sees that %j exclude each other', (asked) => {
  expect(excludeEachOther(asked.map(compare))).toBe(true);
  for (const one of asked) expect(excludeEachOther([compare(one)])).toBe(false);
  expect(excludeEachOther(asked.map((one, index) => ({ ...compare(one), property: `p${index}` })))).toBe(
    false,
  );
});

const compatible: Asked[][] = [
  [
    ['text', 'is_not', 'a'],
    ['text', 'is_not_set'],
  ],
  [
    ['number', 'equals_not', '5'],
    ['text', 'is_not_set'],
  ],
  [
    ['list', 'has_not', 'a'],
    ['list', 'is_not_set'],
  ],
  [
    ['text', 'contains_not', 'a'],
    ['text', 'is_not_set'],
  ],
  [
    ['list', 'has', 'a'],
    ['list', 'has', 'b'],
  ],
  [
    ['text', 'is', '12'],
    ['number', 'equals', '12'],
  ],
  [
    ['text', 'is', 'true'],
    ['boolean', 'is_true'],
  ],
  [
    ['number', 'at_least', '5'],
    ['number', 'at_most', '5'],
  ],
  [
    ['date', 'on', '2026-11-22'],
    ['date', 'between', '2026-11-22', '2026-11-22'],
  ],
  [
    ['date', 'in_last_days', '3'],
    ['date', 'in_next_days', '3'],
  ],
  [
    ['date', 'in_last_days', '3'],
    ['date', 'before', '2020-01-01'],
  ],
  [
    ['text', 'starts_with', 'a'],
    ['text', 'starts_with', 'ab'],
  ],
  [
    ['text', 'starts_with', 'a'],
    ['text', 'ends_with', 'b'],
  ],
  [
    ['text', 'contains', 'a'],
    ['text', 'contains_not', 'ab'],
  ],
  [
    ['number', 'more', '5'],
    ['number', 'less', '5.0000001'],
  ],
];

it.each(compatible.map((asked) => [asked]))('[N55] does not suspect %j', (asked) => {
  expect(excludeEachOther(asked.map(compare))).toBe(false);
});

it('[N55] comparisons that exclude each other are met by nobody', () => {
  let found = 0;
  fc.assert(
    fc.property(
      fc.array(anyComparison, { maxLength: 4 }),
      fc.array(anyFilterFacts, { minLength: 8, maxLength: 8 }),
      (comparisons, customers) => {
        if (!excludeEachOther(comparisons)) return;
        found += 1;
        const tests = comparisons.map((comparison) => createComparisonTest(comparison, clock));
        for (const { attributes } of customers) expect(tests.every((test) => test(attributes))).toBe(false);
      },
    ),
    { numRuns: 3_000 },
  );
  expect(found).toBeGreaterThan(50);
});
