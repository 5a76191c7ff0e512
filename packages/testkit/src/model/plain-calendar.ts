import type { Duration, NodeOf } from '@curlew/scenario';

// Zones whose clock is never changed, so that calendars need no library.
const offsets = { UTC: 0, 'Asia/Kolkata': 19_800_000 } as const;
export type PlainZone = keyof typeof offsets;

const minuteMs = 60_000;
const dayMs = 86_400_000;
const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

const clockOf = (moment: number, zone: PlainZone) => {
  const wall = new Date(moment + offsets[zone]);
  const weekday = names[wall.getUTCDay()] ?? 'sun';
  return { wall, weekday, time: wall.toISOString().slice(11, 16) };
};

/** The moment of a day and time, where clocks are never changed. */
export const plainMoment = (date: string, time: string, zone: PlainZone): number =>
  Date.parse(`${date}T${time}:00Z`) - offsets[zone];

/** A moment and a length of time, where clocks are never changed. */
export const plainSum = (moment: number, { amount, unit }: Duration, zone: PlainZone): number => {
  const exact = { minutes: minuteMs, hours: 60 * minuteMs, days: dayMs, weeks: 7 * dayMs };
  if (unit !== 'months') return moment + amount * exact[unit];
  const { wall } = clockOf(moment, zone);
  const month = wall.getUTCMonth() + amount;
  for (let day = wall.getUTCDate(); ; day -= 1) {
    const sum = Date.UTC(wall.getUTCFullYear(), month, day) + (wall.getTime() % dayMs) - offsets[zone];
    // A day that the month does not have is in the next.
    if (clockOf(sum, zone).wall.getUTCMonth() === ((month % 12) + 12) % 12) return sum;
  }
};

type Silence = NodeOf<'silent_hours'>['settings'];

const isSilent = (moment: number, { from, to, silentDays }: Silence, zone: PlainZone): boolean => {
  const { weekday, time } = clockOf(moment, zone);
  if (silentDays.includes(weekday)) return true;
  return from < to ? from <= time && time < to : from > to && (time >= from || time < to);
};

const nextMinute = (moment: number): number => (Math.floor(moment / minuteMs) + 1) * minuteMs;

/** The end of a silence, looked for minute by minute. */
export const plainSilence = (moment: number, silence: Silence, zone: PlainZone): number => {
  let at = moment;
  while (isSilent(at, silence, zone)) at = nextMinute(at);
  return at;
};

/** The next moment that shows a time of day, looked for minute by minute. */
export const plainTimeOfDay = (
  moment: number,
  { time, weekdays }: NodeOf<'wait'>['settings'],
  zone: PlainZone,
): number => {
  for (let at = nextMinute(moment); ; at = nextMinute(at)) {
    const shown = clockOf(at, zone);
    if (shown.time === time && (weekdays.length === 0 || weekdays.includes(shown.weekday))) return at;
  }
};
