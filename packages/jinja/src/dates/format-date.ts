import { offsetText } from './date-text.ts';
import { dayMilliseconds } from './zoned-time.ts';
import type { ZonedTime } from './zoned-time.ts';
import type { DateValue } from '../values/date-value.ts';
import type { RunState } from '../values/run-state.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function pad(number: number, width = 2): string {
  return String(number).padStart(width, '0');
}

function dayOfYear(time: ZonedTime): number {
  return (
    (dayMilliseconds(time.year, time.month, time.day) - dayMilliseconds(time.year, 1, 1)) / 86_400_000 + 1
  );
}

/** ISO 8601 week and the year it belongs to. */
function isoWeek(time: ZonedTime): { readonly year: number; readonly week: number } {
  const thursday = new Date(dayMilliseconds(time.year, time.month, time.day - time.weekday + 3));
  const year = thursday.getUTCFullYear();
  return { year, week: Math.floor((thursday.getTime() - dayMilliseconds(year, 1, 1)) / 604_800_000) + 1 };
}

function weekOfYear(time: ZonedTime, daysSinceWeekStart: number): number {
  return Math.floor((dayOfYear(time) + 6 - daysSinceWeekStart) / 7);
}

type Directive = (time: ZonedTime, date: DateValue) => string;

const hour12 = (time: ZonedTime): number => time.hour % 12 || 12;

const directives: ReadonlyMap<string, Directive> = new Map<string, Directive>([
  ['a', (time) => (weekdays[time.weekday] ?? '').slice(0, 3)],
  ['A', (time) => weekdays[time.weekday] ?? ''],
  ['b', (time) => (months[time.month - 1] ?? '').slice(0, 3)],
  ['B', (time) => months[time.month - 1] ?? ''],
  [
    'c',
    (time) =>
      `${(weekdays[time.weekday] ?? '').slice(0, 3)} ${(months[time.month - 1] ?? '').slice(0, 3)} ${String(time.day).padStart(2)} ${pad(time.hour)}:${pad(time.minute)}:${pad(time.second)} ${time.year}`,
  ],
  ['d', (time) => pad(time.day)],
  ['D', (time) => `${pad(time.month)}/${pad(time.day)}/${pad(time.year % 100)}`],
  ['e', (time) => String(time.day).padStart(2)],
  ['f', (time) => pad(time.microsecond, 6)],
  ['F', (time) => `${time.year}-${pad(time.month)}-${pad(time.day)}`],
  ['G', (time) => String(isoWeek(time).year)],
  ['H', (time) => pad(time.hour)],
  ['I', (time) => pad(hour12(time))],
  ['j', (time) => pad(dayOfYear(time), 3)],
  ['k', (time) => String(time.hour).padStart(2)],
  ['l', (time) => String(hour12(time)).padStart(2)],
  ['m', (time) => pad(time.month)],
  ['M', (time) => pad(time.minute)],
  ['n', () => '\n'],
  ['p', (time) => (time.hour < 12 ? 'AM' : 'PM')],
  [
    'r',
    (time) => `${pad(hour12(time))}:${pad(time.minute)}:${pad(time.second)} ${time.hour < 12 ? 'AM' : 'PM'}`,
  ],
  ['R', (time) => `${pad(time.hour)}:${pad(time.minute)}`],
  ['s', (_time, date) => String(Math.floor(date.milliseconds / 1000))],
  ['S', (time) => pad(time.second)],
  ['t', () => '\t'],
  ['T', (time) => `${pad(time.hour)}:${pad(time.minute)}:${pad(time.second)}`],
  ['u', (time) => String(time.weekday + 1)],
  ['U', (time) => pad(weekOfYear(time, (time.weekday + 1) % 7))],
  ['V', (time) => pad(isoWeek(time).week)],
  ['w', (time) => String((time.weekday + 1) % 7)],
  ['W', (time) => pad(weekOfYear(time, time.weekday))],
  ['x', (time) => `${pad(time.month)}/${pad(time.day)}/${pad(time.year % 100)}`],
  ['X', (time) => `${pad(time.hour)}:${pad(time.minute)}:${pad(time.second)}`],
  ['y', (time) => pad(time.year % 100)],
  ['Y', (time) => String(time.year)],
  ['z', (time) => offsetText(time.offset, '')],
  ['Z', (_time, date) => date.timeZone],
  ['%', () => '%'],
]);

/** strftime with Python's directives (C locale) and glibc's minus sign for no padding: %-d. */
export function formatDate(run: RunState, date: DateValue, format: string): string {
  const { time } = date;
  let text = '';
  let last = 0;
  for (let at = format.indexOf('%'); at !== -1; at = format.indexOf('%', last)) {
    const isBare = format[at + 1] === '-';
    const letter = format[at + (isBare ? 2 : 1)] ?? '';
    const directive = directives.get(letter);
    if (directive === undefined)
      throw run.fail(
        'value',
        `'%${letter}' is not a date format: use for example '%d/%m/%Y', and '%%' for a percent sign`,
      );
    const piece = directive(time, date);
    text += format.slice(last, at) + (isBare ? stripPadding(piece) : piece);
    run.charge(piece.length);
    last = at + (isBare ? 3 : 2);
  }
  return text + format.slice(last);
}

function stripPadding(piece: string): string {
  let start = 0;
  while (start < piece.length - 1 && (piece[start] === '0' || piece[start] === ' ')) start += 1;
  return piece.slice(start);
}
