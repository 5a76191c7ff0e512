import type { ColumnMapping } from '@curlew/contract';
import { expect, it } from 'vitest';
import { describeIds, findMappingProblems } from './find-mapping-problems.ts';

const id = (column: string, kind = column): ColumnMapping => ({ column, target: { to: 'id', kind } });
const attribute = (column: string, name = column): ColumnMapping => ({
  column,
  target: { to: 'attribute', name, type: 'text' },
});
const consent = (column: string, categoryId: string): ColumnMapping => ({
  column,
  target: { to: 'consent', categoryId },
});
const skip = (column: string): ColumnMapping => ({ column, target: { to: 'skip' } });

const columnsOf = (mapping: readonly ColumnMapping[]) =>
  findMappingProblems(mapping).map(({ column }) => column);

it('finds nothing wrong with ids, attributes, consents and what is left out', () => {
  const mapping = [id('number'), attribute('phone'), consent('newsletter', 'c1'), skip('a'), skip('b')];
  expect(findMappingProblems(mapping)).toEqual([]);
});

it('wants a column that says who a customer is', () => {
  expect(findMappingProblems([attribute('phone'), skip('number')])).toEqual([
    { column: null, sentence: expect.stringContaining('Customer id') },
  ]);
});

it.each([
  ['attribute', [id('n'), attribute('phone'), attribute('mobile', ' phone ')], ['mobile']],
  ['consent', [id('n'), consent('a', 'c1'), consent('b', 'c1'), consent('c', 'c2')], ['b']],
])('lets no two columns go to one %s', (_, mapping, columns) => {
  expect(columnsOf(mapping)).toEqual(columns);
});

it('names the column that was there first', () => {
  const [problem] = findMappingProblems([id('n'), attribute('phone'), attribute('mobile', 'phone')]);
  expect(problem?.sentence).toContain('“phone”');
});

it('lets several columns bring ids of one kind', () => {
  expect(findMappingProblems([id('web', 'cookie'), id('app', 'cookie')])).toEqual([]);
});

it('wants names for attributes and ids', () => {
  expect(columnsOf([id('n', ' '), attribute('phone', '')])).toEqual(['n', 'phone']);
});

it('tells all problems at once', () => {
  expect(columnsOf([attribute('a', ''), attribute('b'), attribute('c', 'b')])).toEqual([null, 'a', 'c']);
});

it.each([
  [[attribute('phone')], null],
  [[id('registered')], 'registered'],
  [[id('registered'), id('cookie'), id('app', 'cookie')], 'registered or cookie'],
] as const)('names the ids of %j', (mapping, words) => {
  expect(describeIds(mapping)).toBe(words);
});
