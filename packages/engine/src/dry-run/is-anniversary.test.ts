import { expect, it } from 'vitest';
import { isAnniversary } from './is-anniversary.ts';

it.each([
  ['1990-03-05', '2026-03-05', 'yearly', true],
  ['1990-03-05', '2026-04-05', 'yearly', false],
  ['1990-03-05', '2026-04-05', 'monthly', true],
  ['2026-01-31', '2026-02-28', 'monthly', true],
  ['2026-01-31', '2026-02-27', 'monthly', false],
  ['2026-01-31', '2026-04-30', 'monthly', true],
  ['2024-02-29', '2026-02-28', 'yearly', true],
  ['2024-02-29', '2028-02-28', 'yearly', false],
  ['2024-02-29', '2028-02-29', 'yearly', true],
  ['2026-03-05', '2025-03-05', 'yearly', false],
  ['2026-03-05', '2026-03-05', 'once', true],
  ['2026-03-05', '2027-03-05', 'once', false],
] as const)('[E143] %s comes round on %s, %s: %s', (...[own, asked, repeat, expected]) => {
  expect(isAnniversary(own, asked, repeat)).toBe(expected);
});
