import { expect, it } from 'vitest';
import { observeKind, type KindCase } from '../testing/observe-kind.ts';
import { nodeKinds } from '../node-kinds.ts';
import { api, type ApiSettings } from './api.ts';
import { dateAttribute, type DateAttributeSettings } from './date-attribute.ts';
import { now } from './now.ts';
import { onDate, type OnDateSettings } from './on-date.ts';
import { onEvent, type OnEventSettings } from './on-event.ts';
import { repeat, type RepeatSettings } from './repeat.ts';

const outputs = ['out'];

it('[N36] Now has nothing to set', () => {
  const kindCase = { with: {}, summary: 'All customers, at start', outputs, issues: [] };
  expect(observeKind(now, kindCase)).toEqual(kindCase);
});

const dates: KindCase<OnDateSettings>[] = [
  { with: {}, summary: 'No date yet', outputs, issues: ['!date_missing date'] },
  { with: { date: '2026-11-30' }, summary: '30 Nov 2026 at 9:00', issues: [] },
  {
    with: { date: '2026-11-30', timeZone: 'customer' },
    summary: "30 Nov 2026 at 9:00, customer's time",
    issues: [],
  },
  {
    with: { date: '2026-02-30', time: '9', timeZone: 'Mars' },
    issues: ['!date_invalid date', '!time_invalid time', '!time_zone_unknown timeZone'],
  },
];

it.each(dates)('[N37] On date with $with', (kindCase) => {
  expect(observeKind(onDate, kindCase)).toEqual(kindCase);
});

const repeats: KindCase<RepeatSettings>[] = [
  { with: {}, summary: 'Every Monday at 9:00', outputs, issues: [] },
  {
    with: { cron: '0 9 1 * *', timeZone: 'Europe/Prague', reentry: { mode: 'period', days: 1 } },
    summary: 'The 1st of each month at 9:00, Europe/Prague, once in a day',
    issues: [],
  },
  { with: { cron: '0 9' }, summary: 'Cron 0 9', issues: ['!schedule_invalid cron'] },
  { with: { cron: '0 0 31 2,4 *' }, issues: ['!schedule_invalid cron'] },
  { with: { timeZone: 'customer' }, issues: ['!time_zone_customer timeZone'] },
  { with: { timeZone: 'Mars' }, issues: ['!time_zone_unknown timeZone'] },
  { with: { reentry: { mode: 'period', days: 0 } }, issues: ['!period_zero reentry.days'] },
];

it.each(repeats)('[N38] Repeat with $with', (kindCase) => {
  expect(observeKind(repeat, kindCase)).toEqual(kindCase);
});

const total = { property: 'total', type: 'number', operator: 'more', values: ['100'] } as const;
const more = { ...total, values: ['100'] };
const less = { ...total, operator: 'less' as const, values: ['50'] };

const events: KindCase<OnEventSettings>[] = [
  { with: {}, summary: 'No event yet', outputs, issues: ['!event_missing event'] },
  { with: { event: ' purchase ' }, summary: 'On purchase', issues: [] },
  {
    with: { event: 'purchase', where: [more], reentry: { mode: 'once', days: 30 } },
    summary: 'On purchase where total > 100, once per customer',
    issues: [],
  },
  {
    with: { event: 'purchase', where: [{ ...more, values: ['much'] }] },
    issues: ['!value_wrong where.0.values.0'],
  },
  { with: { event: 'purchase', where: [more, less] }, issues: ['?never_matches where'] },
  {
    with: { event: 'purchase', reentry: { mode: 'period', days: 0 } },
    issues: ['!period_zero reentry.days'],
  },
];

it.each(events)('[N42] On event with $with', (kindCase) => {
  expect(observeKind(onEvent, kindCase)).toEqual(kindCase);
});

const anniversaries: KindCase<DateAttributeSettings>[] = [
  { with: {}, summary: 'No attribute yet', outputs, issues: ['!attribute_missing attribute'] },
  {
    with: { attribute: 'birthday' },
    summary: "On birthday, each year, at 9:00, customer's time",
    issues: [],
  },
  {
    with: { attribute: 'contract_end', offsetDays: -7, repeat: 'once', timeZone: 'project' },
    summary: '7 days before contract_end, at 9:00',
    issues: [],
  },
  {
    with: { attribute: 'joined', offsetDays: 1, repeat: 'monthly', timeZone: 'project' },
    summary: '1 day after joined, each month, at 9:00',
  },
  {
    with: { attribute: 'a', time: '', timeZone: '+1' },
    issues: ['!time_missing time', '!time_zone_unknown timeZone'],
  },
];

it.each(anniversaries)('[N43] On date attribute with $with', (kindCase) => {
  expect(observeKind(dateAttribute, kindCase)).toEqual(kindCase);
});

const calls: KindCase<ApiSettings>[] = [
  { with: {}, summary: 'When called', outputs, issues: [] },
  { with: { reentry: { mode: 'period', days: 30 } }, summary: 'When called, once in 30 days', issues: [] },
  { with: { reentry: { mode: 'period', days: 0 } }, issues: ['!period_zero reentry.days'] },
];

it.each(calls)('[N44] API call with $with', (kindCase) => {
  expect(observeKind(api, kindCase)).toEqual(kindCase);
});

it('[N14] triggers, and nothing else, have no input', () => {
  for (const { family, hasInput } of Object.values(nodeKinds)) expect(hasInput).toBe(family !== 'trigger');
});
