import { expect, it } from 'vitest';
import { describeUnusable } from './describe-unusable.ts';

const unusableSince = '2026-11-30T08:12:00.000Z';

it('says what the operator reported, and when', () => {
  expect(describeUnusable({ unusableSince, unusableBecause: 'the number is wrong' })).toMatch(
    /^This number is marked unusable: the operator reported “the number is wrong” on .*2026.*\.$/,
  );
});

it('says no more than is known', () => {
  expect(describeUnusable({ unusableSince, unusableBecause: null })).toMatch(/reported so on .*2026/);
  expect(describeUnusable({ unusableSince: null, unusableBecause: null })).toBe(
    'This number is marked unusable.',
  );
});
