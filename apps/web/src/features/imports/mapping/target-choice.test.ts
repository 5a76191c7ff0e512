import { expect, it } from 'vitest';
import { createTarget, targetChoiceOf, targetOptions } from './target-choice.ts';

const categories = [
  { id: 'c0', name: 'General', kind: 'general' as const },
  { id: 'c1', name: 'Marketing', kind: 'consent' as const },
];

it('offers no consent that everyone has anyway', () => {
  expect(targetOptions(categories).map(({ value }) => value)).toEqual([
    'skip',
    'id',
    'attribute',
    'consent:c1',
  ]);
});

it('comes back to what was suggested', () => {
  const suggested = { to: 'attribute', name: 'phone', type: 'text' } as const;
  expect(createTarget('attribute', 'mobile', suggested)).toBe(suggested);
  expect(createTarget('attribute', 'mobile', { to: 'skip' })).toEqual({
    to: 'attribute',
    name: 'mobile',
    type: 'text',
  });
});

it.each(targetOptions(categories).map(({ value }) => value))('makes a target of %s and back', (choice) => {
  expect(targetChoiceOf(createTarget(choice, 'number', undefined))).toBe(choice);
});
