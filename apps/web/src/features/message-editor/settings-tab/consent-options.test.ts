import { expect, it } from 'vitest';
import { consentOptions, everyone } from './consent-options.ts';

it('offers everyone, the categories of the project, and a deleted one only while it is chosen', () => {
  const categories = [{ id: 'news', name: 'Newsletter', kind: 'consent' as const }];
  expect(consentOptions(categories, null).map(({ value }) => value)).toEqual([everyone, 'news']);
  expect(consentOptions(categories, 'news')).toHaveLength(2);
  expect(consentOptions(categories, 'gone').at(-1)).toEqual({
    value: 'gone',
    label: 'A deleted category',
    isDisabled: true,
  });
});

it('lets everyone be chosen on purpose: a general category is not the same as no choice', () => {
  const categories = [{ id: 'all', name: 'General', kind: 'general' as const }];
  expect(consentOptions(categories, null).map(({ label }) => label)).toEqual([
    'None chosen (everyone)',
    'General (everyone)',
  ]);
});
