import { expect, it } from 'vitest';
import { createPressKeys } from './press-keys.ts';

const create = () => {
  let ids = 0;
  const clock = { ms: 0 };
  const keys = createPressKeys(
    () => `key ${(ids += 1)}`,
    () => clock.ms,
  );
  return { ...keys, clock };
};

it('a press again has the same key until an answer came, however late', () => {
  const { keyOf, clock } = create();
  expect(keyOf('a')).toBe('key 1');
  clock.ms = 60_000;
  expect(keyOf('a')).toBe('key 1');
});

it('the second click of a double click has the key of the first, though its answer is there', () => {
  const { keyOf, answered, clock } = create();
  answered(keyOf('a'));
  clock.ms = 300;
  expect(keyOf('a')).toBe('key 1');
  clock.ms = 2_000;
  expect(keyOf('a')).toBe('key 2');
});

it('something else has a key of its own', () => {
  const { keyOf, answered } = create();
  expect([keyOf('a'), keyOf('b'), keyOf('a')]).toEqual(['key 1', 'key 2', 'key 3']);
  answered('key 1');
  expect(keyOf('a')).toBe('key 3');
});
