import { expect, it } from 'vitest';
import { observeKind, type KindCase } from '../testing/observe-kind.ts';
import { weekdays } from '../settings/calendar.ts';
import { condition, type ConditionSettings } from './condition.ts';
import { limit, type LimitSettings } from './limit.ts';
import { silentHours, type SilentHoursSettings } from './silent-hours.ts';
import { split, splitSettingsSchema, type SplitSettings } from './split.ts';
import type { WaitSettings } from './wait-settings.ts';
import { wait } from './wait.ts';

const city = {
  kind: 'attribute',
  property: 'city',
  type: 'text',
  operator: 'is',
  values: ['Praha'],
} as const;
const filterOf = (values: string[]): ConditionSettings['filter'] => ({
  match: 'all',
  groups: [{ match: 'all', conditions: [{ ...city, values }] }],
});

const conditions: KindCase<ConditionSettings>[] = [
  {
    with: {},
    summary: 'No condition yet',
    outputs: ['match', 'no_match'],
    issues: ['!condition_missing filter'],
  },
  { with: { filter: filterOf(['Praha']) }, summary: 'city is Praha', issues: [] },
  { with: { filter: filterOf([]) }, issues: ['!value_wrong filter.groups.0.conditions.0.values.0'] },
  {
    with: { filter: { match: 'any', groups: [{ match: 'all', conditions: [] }] } },
    issues: ['!condition_missing filter'],
  },
];

it.each(conditions)('[N59] Condition with $with', (kindCase) => {
  expect(observeKind(condition, kindCase)).toEqual(kindCase);
});

const ways: KindCase<WaitSettings>[] = [
  { with: {}, summary: 'Wait 1 day', outputs: ['out'], issues: [] },
  { with: { duration: { amount: 0, unit: 'hours' } }, issues: ['!duration_zero duration.amount'] },
  // The other modes are as a new node has them, and not complete.
  { with: { date: 'never', time: '', event: '', expression: '{{' }, issues: [] },
  { with: { mode: 'date' }, summary: 'No date yet', outputs: ['out'], issues: ['!date_missing date'] },
  {
    with: { mode: 'date', date: '2026-11-30' },
    summary: "Wait until 30 Nov 2026 at 9:00, customer's time",
    issues: [],
  },
  {
    with: { mode: 'time_of_day', timeZone: 'project' },
    summary: 'Wait until 9:00',
    outputs: ['out'],
    issues: [],
  },
  {
    with: { mode: 'time_of_day', weekdays: ['fri', 'mon', 'fri'], timeZone: 'project' },
    summary: 'Wait until Mon, Fri 9:00',
    issues: [],
  },
  {
    with: { mode: 'time_of_day', time: '9', timeZone: 'Mars' },
    issues: ['!time_invalid time', '!time_zone_unknown timeZone'],
  },
];

it.each(ways)('[N60] [N61] Wait with $with', (kindCase) => {
  expect(observeKind(wait, kindCase)).toEqual(kindCase);
});

const expressions: KindCase<WaitSettings>[] = [
  { with: {}, summary: 'No expression yet', outputs: ['out'], issues: ['!expression_missing expression'] },
  {
    with: { expression: ' {{ 24 * 3 }} ', expressionUnit: 'hours' },
    summary: 'Wait {{ 24 * 3 }} hours',
    issues: [],
  },
  { with: { expression: '{% if x %}1{% endif %}' }, issues: [] },
  { with: { expression: '30' }, issues: [] },
  { with: { expression: 'soon' }, issues: ['!expression_invalid expression'] },
  { with: { expression: '{{ soon' }, issues: ['!template_error expression'] },
];

it.each(expressions)('[N62] [N35] Wait for an expression with $with', (kindCase) => {
  const asked = { ...kindCase, with: { mode: 'expression' as const, ...kindCase.with } };
  expect(observeKind(wait, asked)).toEqual(asked);
});

const more = { property: 'total', type: 'number' as const, operator: 'more' as const, values: ['100'] };

const waitsForEvents: KindCase<WaitSettings>[] = [
  { with: {}, summary: 'No event yet', outputs: ['event', 'timeout'], issues: ['!event_missing event'] },
  { with: { event: 'purchase' }, summary: 'Wait for purchase, at most 3 days', issues: [] },
  {
    with: { event: 'purchase', timeout: { amount: 0, unit: 'days' } },
    issues: ['!duration_zero timeout.amount'],
  },
  {
    with: { event: 'purchase', where: [{ ...more, property: '' }] },
    issues: ['!property_missing where.0.property'],
  },
  {
    with: { event: 'purchase', where: [more, { ...more, operator: 'less' }] },
    issues: ['?never_matches where'],
  },
];

it.each(waitsForEvents)('[N63] Wait for an event with $with', (kindCase) => {
  const asked = { ...kindCase, with: { mode: 'event' as const, ...kindCase.with } };
  expect(observeKind(wait, asked)).toEqual(asked);
});

const silences: KindCase<SilentHoursSettings>[] = [
  { with: {}, summary: "Silent 21:00 to 8:00, customer's time", outputs: ['out'], issues: [] },
  {
    with: { silentDays: ['sun', 'sat', 'sun'], timeZone: 'project' },
    summary: 'Silent 21:00 to 8:00 and Sat, Sun',
    issues: [],
  },
  {
    with: { from: '08:00', to: '08:00', silentDays: ['sun'], timeZone: 'project' },
    summary: 'Silent Sunday',
    issues: [],
  },
  { with: { from: '08:00', to: '08:00' }, summary: 'Never silent', issues: ['?never_silent to'] },
  { with: { silentDays: [...weekdays] }, issues: ['!always_silent silentDays'] },
  {
    with: { from: '', to: '24:00', timeZone: 'Mars' },
    issues: ['!time_missing from', '!time_invalid to', '!time_zone_unknown timeZone'],
  },
];

it.each(silences)('[N64] Silent hours with $with', (kindCase) => {
  expect(observeKind(silentHours, kindCase)).toEqual(kindCase);
});

const variants = (...weights: number[]): SplitSettings['variants'] =>
  weights.map((weight, index) => ({ id: `v${index}`, name: `V${index}`, weight }));

const splits: KindCase<SplitSettings>[] = [
  { with: {}, summary: 'Split 50 / 50', outputs: ['a', 'b'], issues: [] },
  {
    with: { variants: variants(20, 30, 50) },
    summary: 'Split 20 / 30 / 50',
    outputs: ['v0', 'v1', 'v2'],
    issues: [],
  },
  { with: { variants: variants(33, 33, 33) }, issues: ['!weights_wrong variants'] },
  { with: { variants: variants(100, 0) }, issues: ['?weight_zero variants.1.weight'] },
  {
    with: {
      variants: [
        { id: 'a', name: ' ', weight: 50 },
        { id: 'b', name: '', weight: 50 },
      ],
    },
    issues: ['!variant_unnamed variants.0.name', '!variant_unnamed variants.1.name'],
  },
  {
    with: {
      variants: [
        { id: 'a', name: 'A', weight: 50 },
        { id: 'b', name: 'A ', weight: 50 },
      ],
    },
    issues: ['!variant_twice variants.1.name'],
  },
];

it.each(splits)('[N65] A/B split with $with', (kindCase) => {
  expect(observeKind(split, kindCase)).toEqual(kindCase);
});

it('[N65] labels outputs with name and weight, and takes no two with one id', () => {
  expect(split.outputs({ variants: variants(40, 60), winner: null })).toEqual([
    { id: 'v0', label: 'V0 40 %' },
    { id: 'v1', label: 'V1 60 %' },
  ]);
  const [one] = variants(50);
  expect(splitSettingsSchema.safeParse({ variants: [one, one] }).error?.issues[0]?.message).toBe(
    'Two variants have one id',
  );
});

const day = { amount: 1, unit: 'days' as const };
const winners: KindCase<SplitSettings>[] = [
  {
    with: { winner: { after: day, by: 'click_rate', event: '' } },
    summary: 'Split 50 / 50, winner after 1 day',
    issues: [],
  },
  { with: { winner: { after: day, by: 'event', event: ' ' } }, issues: ['!event_missing winner.event'] },
  {
    with: { winner: { after: { ...day, amount: 0 }, by: 'event', event: 'purchase' } },
    issues: ['!duration_zero winner.after.amount'],
  },
];

it.each(winners)('[N66] A/B split with $with', (kindCase) => {
  expect(observeKind(split, kindCase)).toEqual(kindCase);
});

const limits: KindCase<LimitSettings>[] = [
  { with: {}, summary: 'At most 1,000 customers', outputs: ['pass', 'full'], issues: [] },
  { with: { most: 1 }, summary: 'At most 1 customer', issues: [] },
  { with: { most: 0 }, issues: ['!limit_zero most'] },
];

it.each(limits)('[N67] Limit with $with', (kindCase) => {
  expect(observeKind(limit, kindCase)).toEqual(kindCase);
});
