import { expect, it } from 'vitest';
import { createTypedText } from './typed-text.ts';

const open = () => {
  const given: string[] = [];
  const pending: (string | null)[] = [];
  const waits: number[] = [];
  let due: (() => void) | null = null;
  const typed = createTypedText({
    onPending: (text) => pending.push(text),
    onGive: (text) => given.push(text),
    setTimer: (work, ms) => {
      waits.push(ms);
      due = work;
      return () => {
        due = null;
      };
    },
  });
  return { ...typed, given, pending, waits, pause: () => due?.() };
};

it('gives on what was typed when the keys pause, the newest only', () => {
  const { type, pause, given, pending } = open();
  type('a');
  type('ab');
  expect(given).toEqual([]);
  pause();
  expect(given).toEqual(['ab']);
  expect(pending).toEqual(['a', 'ab', null]);
});

it('gives on at once on demand, and once', () => {
  const { type, flush, pause, given } = open();
  type('a');
  flush();
  flush();
  pause();
  expect(given).toEqual(['a']);
});

it('does not wait for ever where the keys do not pause', () => {
  const { type, waits } = open();
  for (let key = 0; key < 10; key += 1) type('a'.repeat(key));
  expect(waits.slice(0, 7).every((ms) => ms > 0)).toBe(true);
  expect(waits.at(-1)).toBe(0);
});

it('goes over a text that came from elsewhere meanwhile, and not over its own', () => {
  const { type, flush, meet, given } = open();
  type('a');
  flush();
  type('ab');
  meet('a');
  expect(given).toEqual(['a']);
  meet('another');
  expect(given).toEqual(['a', 'ab']);
});
