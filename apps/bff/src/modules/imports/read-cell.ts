import { decimal } from '@curlew/jinja';
import type { AttributeType } from '../customers/service.ts';

/** What a cell holds; the sentence of a refusal goes on after the value, as in “12,5” *is not a number*. */
export type CellResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly sentence: string };

const take = (value: unknown): CellResult => ({ ok: true, value });
const refuse = (sentence: string): CellResult => ({ ok: false, sentence });

const numberPattern = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

const tooLong = 'has more digits than a number keeps (import the column as text)';
const longestInteger = 1_000;

const readInteger = (text: string): CellResult => {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return take(value);
  return text.length > longestInteger ? refuse(tooLong) : take(BigInt(text.replace('+', '')));
};

/** 20.0 stays a decimal, and an integer keeps all its digits. */
const readNumber = (text: string): CellResult => {
  if (!numberPattern.test(text)) return refuse('is not a number (write it like 1234.5)');
  if (/^[+-]?\d+$/.test(text)) return readInteger(text);
  const value = Number(text);
  return Number.isFinite(value) ? take(decimal(value)) : refuse(tooLong);
};

const booleans: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
]);

const readBoolean = (text: string): CellResult => {
  const value = booleans.get(text.toLowerCase());
  return value === undefined ? refuse('is neither true nor false') : take(value);
};

const datePattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

const isCalendarDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** A day stays a day; a time with an offset becomes UTC, one without stays as it is. */
const readDate = (text: string): CellResult => {
  const match = datePattern.exec(text);
  if (!match) return refuse('is not a date (write it like 2026-11-30 or 2026-11-30T18:05:00Z)');
  const [, year, month, day, hour, , , offset] = match;
  if (!isCalendarDay(Number(year), Number(month), Number(day))) return refuse('is a day that does not exist');
  if (hour === undefined) return take(text);
  const iso = text.replace(' ', 'T');
  if (offset === undefined) return take(iso);
  const time = Date.parse(iso.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(time)
    ? refuse('has an offset that does not exist')
    : take(new Date(time).toISOString());
};

/** Parts of a cell that holds several values. */
export const splitList = (text: string): string[] =>
  text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const readers: { readonly [T in AttributeType]: (text: string) => CellResult } = {
  text: take,
  number: readNumber,
  boolean: readBoolean,
  date: readDate,
  list: (text) => take(splitList(text)),
};

/** Reads a cell that is not empty, with white space around it already gone. */
export const readCell = (text: string, type: AttributeType): CellResult => readers[type](text);

/** `accept` or `reject`; null when it is neither. */
export const readConsent = (text: string): boolean | null => {
  const word = text.toLowerCase();
  if (word === 'accept') return true;
  return word === 'reject' ? false : null;
};
