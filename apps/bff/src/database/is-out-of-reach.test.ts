import { expect, it } from 'vitest';
import { isOutOfReach } from './is-out-of-reach.ts';

const withCode = (code: string): Error => Object.assign(new Error('it failed'), { code });

it.each([
  withCode('ECONNREFUSED'),
  withCode('57P01'),
  withCode('08006'),
  withCode('P1001'),
  new Error('Connection terminated unexpectedly'),
  new Error('wrapped', { cause: withCode('57P03') }),
])('a database that does not answer is told from a mistake: %s', (cause) => {
  expect(isOutOfReach(cause)).toBe(true);
});

it.each([withCode('23505'), withCode('ENOENT'), new Error('it failed'), 'ECONNREFUSED', undefined])(
  'a mistake is no database that does not answer: %s',
  (cause) => {
    expect(isOutOfReach(cause)).toBe(false);
  },
);
