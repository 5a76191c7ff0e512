import { readDay } from '../settings/calendar.ts';

/** A number as filters take it from a text: digits with a full stop, no blanks, no exponent. Undefined for anything else. */
export const readNumberText = (text: string): number | undefined => {
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text)) return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
};

/** Whether there is anything under a name: null, an empty text and an empty list are nothing. */
export const isKnown = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** A value as a text. Fractions are none: 0.1 + 0.2 has no text that people would type. */
export const readText = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (typeof value === 'boolean' || Number.isSafeInteger(value)) return String(value);
  return undefined;
};

/** A value as a number: what is one, or a text that says one. */
export const readNumber = (value: unknown): number | undefined => {
  if (typeof value === 'string') return readNumberText(value);
  return typeof value === 'number' ? value : undefined;
};

/** A value as yes or no: what is one, or the text that says so. */
export const readBoolean = (value: unknown): boolean | undefined => {
  if (typeof value === 'boolean') return value;
  return value === 'true' || value === 'false' ? value === 'true' : undefined;
};

/** A value as a list of texts; a single text, number or boolean is a list of one. */
export const readList = (value: unknown): readonly string[] | undefined => {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = items.map(readText).filter((text) => text !== undefined);
  return texts.length === 0 && !Array.isArray(value) ? undefined : texts;
};

/** A value as a day, counted from 1970: a text that says one, or whole seconds since 1970, on the clock of `dayOfMoment`. */
export const readDate = (
  value: unknown,
  dayOfMoment: (milliseconds: number) => number,
): number | undefined => {
  if (typeof value === 'string') return readDay(value, dayOfMoment);
  if (typeof value !== 'number') return undefined;
  const milliseconds = value * 1_000;
  // From year 1 to year 9999, as texts can say.
  return milliseconds >= -62_135_596_800_000 && milliseconds < 253_402_300_800_000
    ? dayOfMoment(milliseconds)
    : undefined;
};
