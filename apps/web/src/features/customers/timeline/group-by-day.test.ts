import { expect, it } from 'vitest';
import { groupByDay } from './group-by-day.ts';

const at = (day: number, hour: number) => new Date(2026, 10, day, hour).toISOString();

it('puts events under their days and keeps their order', () => {
  const events = [at(22, 9), at(22, 1), at(21, 23), at(3, 12)].map((timestamp) => ({ timestamp }));
  const days = groupByDay(events, new Date(2026, 10, 22, 10).getTime());
  expect(days.map(({ label }) => label)).toEqual(['Today', 'Yesterday', '3 Nov 2026']);
  expect(days.flatMap(({ events }) => events)).toEqual(events);
});

it('has no day without an event', () => {
  expect(groupByDay([], Date.now())).toEqual([]);
});
