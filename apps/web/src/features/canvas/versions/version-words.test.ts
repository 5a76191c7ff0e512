import type { RevisionSummary } from '@curlew/contract';
import { expect, it } from 'vitest';
import { groupByDay } from './days.ts';
import { optionOfVersion, startedWords, timeOfVersion, titleOfVersion } from './version-words.ts';

// Times without a zone are the browser's own.
const at = (time: string): string => new Date(time).toISOString();
const saved = (id: string, from: string, to = from): RevisionSummary => ({
  id,
  number: 7,
  name: null,
  startedAs: [],
  restoredFrom: null,
  by: { id: 'jana', name: 'Jana' },
  beganAt: at(from),
  savedAt: at(to),
  nodeCount: 2,
  isCurrent: false,
});

it('lists by day, with words for the last two', () => {
  const versions = [
    saved('a', '2026-11-22T10:00:00'),
    saved('b', '2026-11-22T00:01:00'),
    saved('c', '2026-11-21T23:59:00'),
    saved('d', '2026-11-20T12:00:00'),
  ];
  const days = groupByDay(versions, new Date('2026-11-22T11:00:00').getTime());
  expect(days.map(({ title, versions: own }) => [title, own.map(({ id }) => id)])).toEqual([
    ['Today', ['a', 'b']],
    ['Yesterday', ['c']],
    ['20 Nov 2026', ['d']],
  ]);
});

it.each([
  ['2026-11-22T10:42:05', '2026-11-22T10:42:40', '10:42'],
  ['2026-11-22T10:42:05', '2026-11-22T10:51:00', '10:42 to 10:51'],
  ['2026-11-21T23:58:00', '2026-11-22T00:03:00', '21 Nov 2026, 23:58 to 00:03'],
])('from %s to %s is %s', (from, to, words) => {
  expect(timeOfVersion(saved('a', from, to))).toBe(words);
});

it('is called by its name, else by its number', () => {
  const version = saved('a', '2026-11-22T10:42:05');
  expect(titleOfVersion(version)).toBe('Draft 7');
  expect(optionOfVersion({ ...version, name: 'Before the sale' })).toBe(
    'Before the sale, 22 Nov 2026, 10:42',
  );
});

it('says as what it was started', () => {
  expect(startedWords({ startedAs: [] })).toBeNull();
  expect(startedWords({ startedAs: [1] })).toBe('Started as version 1');
  expect(startedWords({ startedAs: [1, 2] })).toBe('Started as version 1 and 2');
});
