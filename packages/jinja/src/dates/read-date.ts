import { LocalDate } from './local-date.ts';

const isoDate =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:(Z)|([+-])(\d{2}):?(\d{2}))?)?$/i;

function readingOf(fields: readonly number[]): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, millisecond = 0] = fields;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isReal || hour > 23 || minute > 59 || second > 59) return undefined;
  return date.setUTCHours(hour, minute, second, millisecond);
}

/**
 * An ISO 8601 day (`2026-11-30`), local time (`2026-11-30T18:05`) or moment (`2026-11-30T18:05:00Z`, also with an offset);
 * nothing for any other text. A local time is read in the time zone of the render.
 */
export function readDate(text: string): LocalDate | Date | undefined {
  const match = text.length > 40 ? null : isoDate.exec(text.trim());
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zulu, sign, hours, minutes] = match;
  const millisecond = Math.floor(Number(`0.${fraction ?? 0}`) * 1000);
  const fields = [year, month, day, hour ?? 0, minute ?? 0, second ?? 0, millisecond].map(Number);
  const reading = readingOf(fields);
  if (reading === undefined) return undefined;
  if (zulu !== undefined) return new Date(reading);
  if (sign === undefined) return new LocalDate(reading, hour === undefined);
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined;
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return new Date(sign === '-' ? reading + offset : reading - offset);
}
