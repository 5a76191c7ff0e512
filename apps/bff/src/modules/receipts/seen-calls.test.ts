import { expect, it } from 'vitest';
import { createSeenCalls } from './seen-calls.ts';

const rawBody = new TextEncoder().encode('{}');
const call = { integrationId: 'a', replayKey: 'n1', rawBody };

it('a call is known from when it was taken until no signature of it holds', () => {
  let now = 0;
  const seen = createSeenCalls(() => now);
  expect(seen.has(call)).toBe(false);
  seen.add(call);
  now = 10 * 60_000 - 1;
  expect(seen.has(call)).toBe(true);
  now += 1;
  expect(seen.has(call)).toBe(false);
});

it.each([
  ['of another integration', { integrationId: 'b' }],
  ['with another key', { replayKey: 'n2' }],
  ['that says something else', { rawBody: new TextEncoder().encode('[]') }],
])('a call %s is another', (_, change) => {
  const seen = createSeenCalls(() => 0);
  seen.add(call);
  expect(seen.has({ ...call, ...change })).toBe(false);
});

it('a call without a key is never known', () => {
  const seen = createSeenCalls(() => 0);
  seen.add({ ...call, replayKey: null });
  expect(seen.has({ ...call, replayKey: null })).toBe(false);
});

it('of too many the oldest are forgotten', () => {
  const seen = createSeenCalls(() => 0);
  for (let index = 0; index <= 100_000; index += 1) seen.add({ ...call, replayKey: String(index) });
  expect(['0', '1', '100000'].map((replayKey) => seen.has({ ...call, replayKey }))).toEqual([
    false,
    true,
    true,
  ]);
});
