import { expect, it, vi } from 'vitest';
import { newId } from './new-id.ts';

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

it('makes ids of version 7 that are unique and in order, however fast they come', () => {
  const before = Date.now();
  const ids = Array.from({ length: 20_000 }, newId);
  const momentOf = (id: string): number => Number.parseInt(id.replace('-', '').slice(0, 12), 16);
  expect(ids.filter((id) => !form.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
  expect(momentOf(ids[0] ?? '')).toBeGreaterThanOrEqual(before);
  expect(momentOf(ids.at(-1) ?? '')).toBeLessThanOrEqual(Date.now());
  // Beyond the count they are random.
  expect(new Set(ids.map((id) => id.slice(-12))).size).toBe(ids.length);
});

it('keeps the order when the clock is put back', () => {
  const first = newId();
  vi.useFakeTimers({ now: Date.now() - 3_600_000, toFake: ['Date'] });
  try {
    const later = [newId(), newId()];
    expect([first, ...later].toSorted()).toEqual([first, ...later]);
  } finally {
    vi.useRealTimers();
  }
});
