import { expect, it } from 'vitest';
import { findPicks } from './find-picks.ts';

const example = (customerId: string, language = 'en') => ({
  customerId,
  name: `Customer ${customerId}`,
  language,
  length: null,
});
const none = { longest: null, shortest: null, mostParts: null, fails: null, noPhone: null, byLanguage: [] };

it('offers whom there is to look at', () => {
  const examples = { ...none, longest: example('1'), noPhone: example('2') };
  expect(findPicks({ examples })).toEqual([
    { label: 'Longest', customerId: '1', name: 'Customer 1' },
    { label: 'No phone', customerId: '2', name: 'Customer 2' },
  ]);
});

it('offers one per language where there are several', () => {
  const one = { ...none, byLanguage: [example('1')] };
  expect(findPicks({ examples: one })).toEqual([]);
  const two = { ...none, byLanguage: [example('1'), example('2', 'sk')] };
  expect(findPicks({ examples: two }).map(({ label }) => label)).toEqual(['English', 'Slovak']);
});
