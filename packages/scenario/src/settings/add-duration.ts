import type { Duration } from './duration.ts';
import { zoneClock } from './zone-clock.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

const addMonths = (wall: number, months: number): number => {
  const start = new Date(wall);
  const month = start.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(start.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const day = Math.min(start.getUTCDate(), lastDay);
  return Date.UTC(start.getUTCFullYear(), month, day) + (wall - Math.floor(wall / dayMs) * dayMs);
};

/**
 * The moment that is a length of time after another. Minutes and hours are exact; days, weeks and months go by the calendar
 * and clock of the IANA zone: the same time of day, and the last day of a month that is too short.
 */
export const addDuration = (moment: number, { amount, unit }: Duration, timeZone: string): number => {
  switch (unit) {
    case 'minutes':
      return moment + amount * minuteMs;
    case 'hours':
      return moment + amount * 60 * minuteMs;
    case 'days':
    case 'weeks':
    case 'months': {
      if (amount === 0) return moment;
      const { wallOf, momentOf } = zoneClock(timeZone);
      const wall = wallOf(moment);
      if (unit === 'months') return momentOf(addMonths(wall, amount));
      return momentOf(wall + amount * (unit === 'weeks' ? 7 : 1) * dayMs);
    }
  }
};
