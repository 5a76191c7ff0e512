import type { DateValue } from '../values/date-value.ts';

function pad(number: number, width = 2): string {
  return String(number).padStart(width, '0');
}

/** An offset in minutes as Python writes it: +02:00, and with seconds as zones had them before clocks were set alike. */
export function offsetText(offset: number, separator = ':'): string {
  const magnitude = Math.abs(offset);
  const seconds = Math.round((magnitude % 1) * 60);
  const shown = `${offset < 0 ? '-' : '+'}${pad(Math.floor(magnitude / 60))}${separator}${pad(Math.floor(magnitude % 60))}`;
  return seconds === 0 ? shown : `${shown}${separator}${pad(seconds)}`;
}

/** A moment as Python's str(datetime): 2026-03-09 14:05:30+01:00; a day as str(date): 2026-03-09. */
export function dateText(value: DateValue, separator = ' '): string {
  const { time } = value;
  const day = `${pad(time.year, 4)}-${pad(time.month)}-${pad(time.day)}`;
  if (value.isDay) return day;
  const fraction = time.microsecond === 0 ? '' : `.${pad(time.microsecond, 6)}`;
  return `${day}${separator}${pad(time.hour)}:${pad(time.minute)}:${pad(time.second)}${fraction}${offsetText(time.offset)}`;
}
