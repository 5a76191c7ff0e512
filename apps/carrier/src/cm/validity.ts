import { readCmTime } from './cm-time.ts';

const hour = 60 * 60 * 1000;
const unitMs = { h: hour, m: 60_000 } as const;
const relative = /^(\d{1,4})(h|m)$/;
const absolute = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?: (?:GMT|([+-])(\d{1,2})(?::(\d\d))?))?$/;

/** How long a message is tried that sets no validity. */
export const usualValidityMs = 48 * hour;

/** The epoch millisecond after which a message is not sent any more; null when the text is no validity. */
export function readValidity(text: string, now: number): number | null {
  const [, amount, unit] = relative.exec(text) ?? [];
  if (unit === 'h' || unit === 'm') return now + Number(amount) * unitMs[unit];
  const match = absolute.exec(text);
  if (match === null) return null;
  const [, date, time, sign, hours, minutes] = match;
  const isLocal = !/ (GMT|[+-])/.test(text);
  const utc = isLocal ? readCmTime(`${date}T${time}`) : Date.parse(`${date}T${time}Z`);
  if (Number.isNaN(utc)) return null;
  const offset = Number(hours ?? 0) * hour + Number(minutes ?? 0) * 60_000;
  return sign === '-' ? utc + offset : utc - offset;
}
