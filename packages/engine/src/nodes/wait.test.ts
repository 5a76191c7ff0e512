import { expect, it } from 'vitest';
import type { NodeOf } from '@curlew/scenario';
import { createCustomerFacts, createFlow, createMessageFacts, createNode } from '@curlew/testkit';
import { walk, type CustomerFacts, type WalkInput, type WalkResult } from '../index.ts';

type Settings = Partial<NodeOf<'wait'>['settings']>;

const of = (time_zone?: string): CustomerFacts =>
  createCustomerFacts(time_zone === undefined ? {} : { attributes: { time_zone } });

const wait = (
  settings: Settings,
  now: string | number,
  { customer = of(), ...input }: Partial<WalkInput> = {},
): WalkResult => {
  const facts = createMessageFacts({ now: typeof now === 'string' ? Date.parse(now) : now });
  return walk(
    createFlow([createNode('wait', settings)]),
    facts,
  )({ nodeId: 'wait', visit: 1, customer, ...input });
};
const untilOf = ({ waitsUntil }: WalkResult): string | null =>
  waitsUntil === null ? null : new Date(waitsUntil).toISOString();

const bratislava = 'Europe/Bratislava';
const newYork = 'America/New_York';
const lordHowe = 'Australia/Lord_Howe';
const saoPaulo = 'America/Sao_Paulo';
const casablanca = 'Africa/Casablanca';

it.each<[string, number, NodeOf<'wait'>['settings']['duration']['unit'], string, string, string]>([
  ['hours across a change', 24, 'hours', bratislava, '2026-03-28T11:00Z', '2026-03-29T11:00Z'],
  ['a day of 23 hours', 1, 'days', bratislava, '2026-03-28T11:00Z', '2026-03-29T10:00Z'],
  ['a day of 25 hours', 1, 'days', newYork, '2026-10-31T16:00Z', '2026-11-01T17:00Z'],
  ['a day of 24 hours and a half', 1, 'days', lordHowe, '2026-04-04T01:00Z', '2026-04-05T01:30Z'],
  ['a day to a midnight that is skipped', 1, 'days', saoPaulo, '2018-11-03T03:00Z', '2018-11-04T03:00Z'],
  ['a week across two changes', 5, 'weeks', casablanca, '2026-02-10T12:00Z', '2026-03-17T13:00Z'],
  ['the last of February', 1, 'months', bratislava, '2026-01-31T11:00Z', '2026-02-28T11:00Z'],
  ['the last of a leap February', 1, 'months', bratislava, '2028-01-31T11:00Z', '2028-02-29T11:00Z'],
  ['a year and a month', 13, 'months', newYork, '2026-01-31T17:00Z', '2027-02-28T17:00Z'],
])('[E82] waits %s', (...[, amount, unit, zone, from, until]) => {
  const result = wait({ mode: 'duration', duration: { amount, unit } }, from, { customer: of(zone) });
  expect(untilOf(result)).toBe(new Date(until).toISOString());
  expect(result).toMatchObject({ isFinished: false, moves: [], waitsFor: null, question: null, visit: 1 });
});

it('[E82] counts from when they came, however late it is asked, and leaves at that very moment', () => {
  const reachedAt = Date.parse('2026-11-22T08:00Z');
  const until = Date.parse('2026-11-23T08:00Z');
  for (const now of [reachedAt, reachedAt + 1, until - 1])
    expect(wait({}, now, { reachedAt })).toMatchObject({ waitsUntil: until, moves: [] });
  for (const now of [until, until + 1, until + 1e10])
    expect(wait({}, now, { reachedAt }).moves).toEqual([{ nodeId: 'wait', output: 'out', why: until }]);
  // A clock that was put back holds again.
  expect(wait({}, reachedAt - 5_000, { reachedAt })).toMatchObject({ waitsUntil: until, moves: [] });
});

it.each<[string, Settings, string, string | null]>([
  [
    'to come',
    { date: '2026-11-23', time: '09:00', timeZone: bratislava },
    '2026-11-22T08:00Z',
    '2026-11-23T08:00Z',
  ],
  ['of the customer', { date: '2026-11-23', time: '09:00' }, '2026-11-22T08:00Z', '2026-11-23T14:00Z'],
  [
    'of the project',
    { date: '2026-11-23', time: '09:00', timeZone: 'project' },
    '2026-11-22T08:00Z',
    '2026-11-23T09:00Z',
  ],
  ['that is past', { date: '2026-11-21', time: '09:00' }, '2026-11-22T08:00Z', null],
  ['that is now', { date: '2026-11-22', time: '03:00' }, '2026-11-22T08:00Z', null],
  ['that the clock skips', { date: '2026-03-08', time: '02:30' }, '2026-03-08T06:59Z', '2026-03-08T07:30Z'],
])('[E82] waits for a date %s', (...[, settings, now, until]) => {
  const result = wait({ mode: 'date', ...settings }, now, { customer: of(newYork) });
  expect(untilOf(result)).toBe(until === null ? null : new Date(until).toISOString());
  expect(result.isFinished).toBe(until === null);
});

it('[E82] waits for a time of day that is later than when they came', () => {
  const settings: Settings = { mode: 'time_of_day', time: '09:00', weekdays: ['sun'], timeZone: bratislava };
  const nine = Date.parse('2026-11-22T08:00Z');
  const next = Date.parse('2026-11-29T08:00Z');
  expect(wait(settings, nine - 1).waitsUntil).toBe(nine);
  expect(wait(settings, nine).waitsUntil).toBe(next);
  // Who came before it is let go at it, however often they were asked about.
  expect(wait(settings, nine, { reachedAt: nine - 1 }).moves).toEqual([
    { nodeId: 'wait', output: 'out', why: nine },
  ]);
  expect(wait(settings, next - 1, { reachedAt: nine }).waitsUntil).toBe(next);
});

it('[E70] a Wait ends when it said it would, whatever has changed of the customer', () => {
  const expression = '{{ customer.days }}';
  const settings: Settings = { mode: 'expression', expression, expressionUnit: 'days' };
  const now = Date.parse('2026-11-22T08:00Z');
  const come = (days: unknown) => ({ customer: createCustomerFacts({ attributes: { days } }) });
  const { waitsUntil } = wait(settings, now, come(2));
  if (waitsUntil === null) throw new Error('they should be held');
  for (const days of [undefined, 'soon', 500]) {
    const input = { ...come(days), reachedAt: now, heldUntil: waitsUntil };
    expect(wait(settings, waitsUntil, input)).toMatchObject({ isFinished: true, ending: null });
    expect(wait(settings, waitsUntil - 1, input).waitsUntil).toBe(waitsUntil);
    expect(wait({ mode: 'event', event: 'x' }, waitsUntil - 1, input)).toMatchObject({
      waitsUntil,
      waitsFor: { type: 'x', where: [] },
    });
  }
});

const amount = (expression: string, unit: 'minutes' | 'months' = 'minutes', n: unknown = 7): WalkResult =>
  wait({ mode: 'expression', expression, expressionUnit: unit }, 0, {
    customer: createCustomerFacts({ attributes: { n } }),
  });

it.each<[string, number]>([
  ['5', 5],
  ['  {{ n }}{{ customer.n }} ', 7],
  ['{{ 24 * 3 }}', 72],
  ['{{ 2.7 }}', 2],
  ['{{ 1e3 }}', 1_000],
  ['1e9', 10_000],
  ['{{ 10 ** 30 }}', 10_000],
  ['+3', 3],
  ['.9', 0],
  ['0', 0],
  ['-3', 0],
  ['{{ -0.5 }}', 0],
  ['-1e999', 0],
])('[E83] %j waits %d minutes', (expression, minutes) => {
  const result = amount(expression);
  const leaves = { isFinished: true, moves: [{ output: 'out', why: 0 }], ending: null };
  expect(result).toMatchObject(minutes === 0 ? leaves : { waitsUntil: minutes * 60_000, moves: [] });
});

it('[E83] counts months, at most 10,000, by the calendar', () => {
  expect(untilOf(amount('1', 'months'))).toBe('1970-02-01T00:00:00.000Z');
  expect(untilOf(amount('1e9', 'months'))).toBe('2803-05-01T00:00:00.000Z');
});

it.each<[string, unknown, string]>([
  ['3 days', 7, '3 days'],
  ['{{ customer.n }}', null, 'None'],
  ['{{ customer.n }}', true, 'True'],
  ['{{ customer.n }}', [5], '[5]'],
  ['{{ customer.missing }}', 7, ''],
  ['1,5', 7, '1,5'],
  ['0x10', 7, '0x10'],
  ['{{ 1e300 * 1e300 }}', 7, 'inf'],
  ['{{ customer.n }}', 'ab\0'.repeat(40), 'ab'.repeat(29) + 'a…'],
  ['{{ customer.n }}', `${'a'.repeat(58)}😀b`, `${'a'.repeat(58)}…`],
])('[E83] [E72] %j of %j is no number, and ends the walk', (expression, n, found) => {
  expect(amount(expression, 'minutes', n)).toMatchObject({
    isFinished: true,
    ending: { code: 'no_number', message: expect.stringMatching(/^[A-Z]/) },
    moves: [{ nodeId: 'wait', output: null, why: [found] }],
  });
});

it('[E83] [E72] a template error ends the walk, and is told', () => {
  const { ending, moves, isFinished } = amount('{{ 1 // 0 }}');
  expect(ending).toMatchObject({ code: 'template_error', message: expect.stringContaining('line 1') });
  expect(moves).toEqual([{ nodeId: 'wait', output: null }]);
  expect(isFinished).toBe(true);
});

it('[E83] an expression is worked out as of when they came', () => {
  // The minutes that are left of the day.
  const settings: Settings = { mode: 'expression', expression: '{{ (86400 - time % 86400) // 60 }}' };
  const reachedAt = Date.parse('2026-11-22T22:00Z');
  const midnight = Date.parse('2026-11-23T00:00Z');
  for (const now of [reachedAt, reachedAt + 60_000, midnight - 1])
    expect(wait(settings, now, { reachedAt }).waitsUntil).toBe(midnight);
  for (const now of [midnight, midnight + 3_600_000])
    expect(wait(settings, now, { reachedAt })).toMatchObject({ isFinished: true, waitsUntil: null });
});

const reachedAt = Date.parse('2026-11-22T08:00Z');
const timeout = reachedAt + 3 * 86_400_000;
const where = [{ property: 'total', type: 'number' as const, operator: 'more' as const, values: ['5'] }];
const forEvent = (now: number, timestamp?: number): WalkResult =>
  wait({ mode: 'event', event: ' purchase ', where }, now, {
    reachedAt,
    ...(timestamp === undefined
      ? {}
      : { happened: { type: 'purchase', timestamp, properties: { total: 6 } } }),
  });

it('[E84] says what it waits for, and until when', () => {
  expect(forEvent(reachedAt)).toMatchObject({
    waitsUntil: timeout,
    waitsFor: { type: 'purchase', where },
    moves: [],
  });
});

it.each<[string, number, number | undefined, string | null]>([
  ['an event in time', reachedAt + 9, reachedAt + 5, 'event'],
  ['an event that is seen after the time-out', timeout + 1e9, timeout - 1, 'event'],
  ['an event at the very time-out', timeout, timeout, 'event'],
  ['an event after the time-out', timeout + 5, timeout + 1, 'timeout'],
  ['no event', timeout, undefined, 'timeout'],
  ['no event yet', timeout - 1, undefined, null],
  ['an event that is still to come', reachedAt, timeout + 1, null],
])('[E84] %s', (...[, now, timestamp, output]) => {
  const { moves, waitsUntil } = forEvent(now, timestamp);
  const why = output === 'event' ? timestamp : timeout;
  expect(moves).toEqual(output === null ? [] : [{ nodeId: 'wait', output, why }]);
  expect(waitsUntil).toBe(output === null ? timeout : null);
});

it('[E84] an event means nothing to a Wait for something else', () => {
  const happened = { type: 'purchase', timestamp: reachedAt, properties: {} };
  expect(wait({}, reachedAt, { happened })).toMatchObject({ moves: [], waitsFor: null });
});
