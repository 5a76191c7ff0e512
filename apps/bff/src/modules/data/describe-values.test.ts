import { expect, it } from 'vitest';
import { describeValues } from './describe-values.ts';
import type { ValueRow } from './store.ts';

const row = (...[name, kind, text, count = 1]: [string, string, string | null, number?]): ValueRow => ({
  name,
  kind,
  text,
  count,
});

it.each<[string, ValueRow[], string]>([
  ['texts', [row('a', 'string', 'x')], 'text'],
  ['numbers', [row('a', 'number', '1.5')], 'number'],
  ['digits, which are a text', [row('a', 'string', '123')], 'text'],
  ['days', [row('a', 'string', '2026-11-22')], 'date'],
  ['moments', [row('a', 'string', '2026-11-22T10:00:00+01:00')], 'date'],
  ['days that are none', [row('a', 'string', '2026-02-30')], 'text'],
  ['booleans', [row('a', 'boolean', 'true')], 'boolean'],
  ['lists', [row('a', 'array', 'x')], 'list'],
  ['objects', [row('a', 'object', '{}')], 'text'],
  [
    'more numbers than texts',
    [row('a', 'string', 'x', 2), row('a', 'number', '1', 2), row('a', 'number', '2')],
    'number',
  ],
])('guesses the type of %s', (_, rows, type) => {
  expect(describeValues(rows)[0]?.type).toBe(type);
});

it('takes the type that was declared, and lists what was declared and is nowhere', () => {
  const declared = new Map([
    ['birthday', 'date'],
    ['b', 'number'],
  ] as const);
  expect(describeValues([row('b', 'string', 'x', 3), row('c', 'string', 'y', 5)], declared)).toEqual([
    { name: 'c', type: 'text', examples: ['y'], count: 5 },
    { name: 'b', type: 'number', examples: ['x'], count: 3 },
    { name: 'birthday', type: 'date', examples: [], count: 0 },
  ]);
});

it('shows three examples, the most usual first, cut to 60 characters', () => {
  const long = '👍'.repeat(70);
  const rows = [
    row('a', 'string', 'one', 1),
    row('a', 'string', long, 4),
    row('a', 'string', 'two', 2),
    row('a', 'string', ' ', 9),
    row('a', 'object', '{"b":1}', 9),
    row('a', 'array', null, 9),
    row('a', 'array', 'two', 1),
    row('a', 'string', 'alone', 1),
  ];
  const [found] = describeValues(rows);
  expect(found?.examples).toEqual([`${'👍'.repeat(59)}…`, 'two', 'alone']);
});

it('takes a name for a name', () => {
  const [found] = describeValues([row('__proto__', 'string', 'x')]);
  expect(found).toEqual({ name: '__proto__', type: 'text', examples: ['x'], count: 1 });
});
