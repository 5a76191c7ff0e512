import { describe, expect, it, onTestFinished } from 'vitest';
import { createDueQueue } from './due-queue.ts';
import { eventually } from '../testing/eventually.ts';

describe('due queue', () => {
  it('[C25] hands out by time, and in the order of arrival where times are equal', async () => {
    const out: number[] = [];
    const queue = createDueQueue<number>((item) => out.push(item));
    onTestFinished(() => queue.stop());
    const now = Date.now();
    const pushed = Array.from({ length: 500 }, (_, index) => ({
      at: now + 20 + ((index * 7) % 13),
      item: index,
    }));
    for (const { at, item } of pushed) queue.push(at, item);
    await eventually(() => out.length).toBe(500);
    const expected = pushed.toSorted((one, other) => one.at - other.at).map(({ item }) => item);
    expect(out).toEqual(expected);
  });

  it('[C25] hands nothing out after it was stopped', async () => {
    const out: number[] = [];
    const queue = createDueQueue<number>((item) => out.push(item));
    queue.push(Date.now() + 10, 1);
    queue.stop();
    queue.push(Date.now(), 2);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(out).toEqual([]);
  });
});
