import { expect, it } from 'vitest';
import { copyName } from './copy-name.ts';

it.each([
  ['Summer sale', 'Summer sale (copy)'],
  ['x'.repeat(120), `${'x'.repeat(113)} (copy)`],
])('%s -> %s', (name, copy) => {
  expect(copyName(name)).toBe(copy);
  expect(copyName(name).length).toBeLessThanOrEqual(120);
});
