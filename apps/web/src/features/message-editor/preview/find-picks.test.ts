import { expect, it } from 'vitest';
import { findPicks } from './find-picks.ts';

const example = (customerId: string, language = 'en') => ({
  customerId,
  name: `Customer ${customerId}`,
  language,
  length: null,
});
const none = { longest: null, shortest: null, mostParts: null, fails: null, noPhone: null, byLanguage: [] };
const labelsOf = ({ picks }: ReturnType<typeof findPicks>) => picks.map(({ label }) => label);

it('offers whom there is to look at', () => {
  const examples = { ...none, longest: example('1'), noPhone: example('2') };
  expect(findPicks({ examples, without: [] })).toEqual({
    picks: [
      { label: 'Longest', customer: { id: '1', name: 'Customer 1' } },
      { label: 'No phone', customer: { id: '2', name: 'Customer 2' } },
    ],
    reason: null,
  });
});

it('offers one per language where there are several', () => {
  const one = { ...none, byLanguage: [example('1')] };
  expect(findPicks({ examples: one, without: [] }).picks).toEqual([]);
  const two = { ...none, byLanguage: [example('1'), example('2', 'sk')] };
  expect(labelsOf(findPicks({ examples: two, without: [] }))).toEqual(['English', 'Slovak']);
});

it('says of whom nobody can tell, and still offers the others', () => {
  const examples = { ...none, fails: example('1'), noPhone: example('2') };
  const found = findPicks({ examples, without: ['event'] });
  expect(labelsOf(found)).toEqual(['Longest', 'Shortest', 'Most parts', 'Fails', 'No phone']);
  expect(found.picks.map(({ customer }) => customer?.id ?? null)).toEqual([null, null, null, null, '2']);
  expect(found.reason).toBe(
    '“Longest”, “Shortest”, “Most parts” and “Fails” depend on the event, which nobody knows before it runs.',
  );
});

it('has nothing to say where an event that is read makes nothing fail', () => {
  const examples = { ...none, longest: example('1'), shortest: example('2'), mostParts: example('1') };
  const found = findPicks({ examples, without: ['event'] });
  expect(labelsOf(found)).toEqual(['Longest', 'Shortest', 'Most parts']);
  expect(found.reason).toBeNull();
});
