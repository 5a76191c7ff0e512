import { expect, it } from 'vitest';
import { findVersionFlags } from './version-flags.ts';

const flagsOf = (
  english: string,
  slovak: string,
  { maximumParts = 1, linkBase = null }: { maximumParts?: number; linkBase?: string | null } = {},
) => {
  const versions = [
    { language: 'en', message: english },
    { language: 'sk', message: slovak },
  ];
  return findVersionFlags({ versions, defaultLanguage: 'en', maximumParts }, linkBase).map((flags) =>
    flags.map(({ kind }) => kind),
  );
};

it.each([
  ['nothing', 'Hi {{ customer.name }}', 'Ahoj {{ customer.name | upper }}', [[], []]],
  ['an empty version', 'Hi', ' ', [[], ['missing']]],
  ['a broken template', 'Hi', 'Ahoj {{ x', [[], ['broken']]],
  ['a text too long', 'Hi', 'ž'.repeat(71), [[], ['too_long']]],
  ['a template too long for everyone', 'Hi {{ x }}', `{{ x }}${'ž'.repeat(71)}`, [[], ['too_long']]],
  ['other variables', 'Hi {{ customer.name }}', 'Ahoj {{ customer.nick }}', [[], ['differs']]],
  ['nothing of a version beside an empty default', '', 'Ahoj {{ customer.nick }}', [['missing'], []]],
  ['a broken default once', 'Hi {{', 'Ahoj {{ customer.nick }}', [['broken'], []]],
])('flags %s', (_, ...[english, slovak, flags]) => {
  expect(flagsOf(english, slovak)).toEqual(flags);
});

it('says which variables differ', () => {
  const versions = [
    { language: 'en', message: '{{ customer.a }}{{ customer.b }}' },
    { language: 'sk', message: '{{ customer.b }}{{ customer.c }}' },
  ];
  const [, [flag] = []] = findVersionFlags({ versions, defaultLanguage: 'en', maximumParts: 1 }, null);
  expect(flag?.words).toBe('Other variables than in English: without customer.a, with customer.c besides');
});

it('does not flag what is allowed', () => {
  expect(flagsOf('Hi', 'a'.repeat(200), { maximumParts: 2 })).toEqual([[], []]);
});

it.each([
  ['as it is written', null, [[], ['too_long']]],
  ['shortened', 'https://s.example', [[], []]],
])('counts a long link %s', (_, linkBase, flags) => {
  expect(flagsOf('Hi', `See https://heron.example/${'a'.repeat(200)}`, { linkBase })).toEqual(flags);
});
