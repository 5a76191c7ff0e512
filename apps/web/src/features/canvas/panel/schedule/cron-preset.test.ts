import { readSchedule, weekdays } from '@curlew/scenario';
import { expect, it } from 'vitest';
import { type CronPreset, presetOf, readPreset, writePreset } from './cron-preset.ts';

it.each<[string, CronPreset]>([
  ['0 9 * * *', { kind: 'daily', time: '09:00' }],
  ['30 18 * * 1-5', { kind: 'weekdays', time: '18:30' }],
  ['30 18 * * mon-fri', { kind: 'weekdays', time: '18:30' }],
  ['0 9 * * 1', { kind: 'weekly', time: '09:00', days: ['mon'] }],
  ['5 0 * * 0,3', { kind: 'weekly', time: '00:05', days: ['wed', 'sun'] }],
  ['5 0 * * fri,7', { kind: 'weekly', time: '00:05', days: ['fri', 'sun'] }],
  ['0 9 15 * *', { kind: 'monthly', time: '09:00', day: 15 }],
  ['0 9 L * *', { kind: 'monthly', time: '09:00', day: 'last' }],
])('reads %s', (cron, preset) => {
  expect(readPreset(cron)).toEqual(preset);
});

it.each([
  '*/5 * * * *',
  '0 9,18 * * *',
  '0 9 1 1 *',
  '0 9 1 * 1',
  '0 9 * * 1#2',
  '0 9 * * 0,7',
  '0 9 32 * *',
  '0 25 * * *',
  '0 9 * *',
  'daily',
  '',
])('takes “%s” as it is', (cron) => {
  expect(readPreset(cron)).toEqual({ kind: 'custom' });
});

it('reads again what it wrote, and the schedule takes it', () => {
  const days = weekdays.map((_, index) => weekdays.filter((_, at) => (index + at) % 3 === 0));
  const presets = [
    { kind: 'daily', time: '00:00' },
    { kind: 'weekdays', time: '23:59' },
    ...days.map((chosen) => ({ kind: 'weekly', time: '09:05', days: chosen }) as const),
    ...[1, 31, 'last' as const].map((day) => ({ kind: 'monthly', time: '12:30', day }) as const),
  ] as const;
  for (const preset of presets) {
    const cron = writePreset(preset);
    expect({ cron, preset: readPreset(cron) }).toEqual({ cron, preset });
    const schedule = readSchedule(cron, { timeZone: 'Europe/Prague', from: new Date(0), count: 1 });
    expect({ cron, ok: schedule.ok }).toEqual({ cron, ok: true });
  }
});

it('keeps the time of day when the rhythm changes', () => {
  const daily = readPreset('15 7 * * *');
  expect(presetOf('monthly', daily)).toBe('15 7 1 * *');
  expect(presetOf('weekly', daily)).toBe('15 7 * * 1');
  expect(presetOf('daily', { kind: 'custom' })).toBe('0 9 * * *');
});
