import { expect, it } from 'vitest';
import { changeAt } from './change-at.ts';

const settings = { winner: null, variants: [{ name: 'A', weight: 50 }, { name: 'B' }] };

it('changes what the path names and shares the rest', () => {
  const changed = changeAt(settings, 'variants.0.weight', 60);
  expect(changed).toEqual({ winner: null, variants: [{ name: 'A', weight: 60 }, { name: 'B' }] });
  expect(changed).toHaveProperty('variants.1', settings.variants[1]);
  expect(settings.variants[0]?.weight).toBe(50);
});

it('lets a list grow by one', () => {
  expect(changeAt({ values: ['a'] }, 'values.1', 'b')).toEqual({ values: ['a', 'b'] });
});

it('refuses a path that leads through a value', () => {
  expect(() => changeAt(settings, 'winner.after', 1)).toThrow('nothing at “after”');
});
