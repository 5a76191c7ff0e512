import { countDays } from '../settings/calendar.ts';
import type { ComparisonOperator } from './comparison.ts';
import { readNumberText } from './read-value.ts';

type Questions<T> = { readonly [O in ComparisonOperator]?: (value: T, asked: readonly T[]) => boolean };

const missing = Number.NaN;

// A negation asks what its opposite asks; the answer is turned round.
const textQuestions: Questions<string> = {
  is: (text, [first]) => text === first,
  is_not: (text, [first]) => text === first,
  one_of: (text, asked) => asked.includes(text),
  contains: (text, [first = '']) => text.includes(first),
  contains_not: (text, [first = '']) => text.includes(first),
  starts_with: (text, [first = '']) => text.startsWith(first),
  ends_with: (text, [first = '']) => text.endsWith(first),
};

const numberQuestions: Questions<number> = {
  equals: (number, [first]) => number === first,
  equals_not: (number, [first]) => number === first,
  less: (number, [first = missing]) => number < first,
  at_most: (number, [first = missing]) => number <= first,
  more: (number, [first = missing]) => number > first,
  at_least: (number, [first = missing]) => number >= first,
  between: (number, [first = missing, second = missing]) => number >= first && number <= second,
};

const dayQuestions: Questions<number> = {
  on: (day, [first]) => day === first,
  before: (day, [first = missing]) => day < first,
  after: (day, [first = missing]) => day > first,
  between: (day, [first = missing, second = missing]) => day >= first && day <= second,
};

/** A day against today and a number of days. */
const relativeQuestions: Questions<number> = {
  in_last_days: (day, [today = missing, days = missing]) => day <= today && day >= today - days,
  in_next_days: (day, [today = missing, days = missing]) => day >= today && day <= today + days,
};

const no = (): boolean => false;

/** What an operator asks of a text. */
export const askText = (
  operator: ComparisonOperator,
  values: readonly string[],
): ((text: string) => boolean) => {
  const asked = values.map((value) => value.trim());
  const question = textQuestions[operator] ?? no;
  return (text) => question(text, asked);
};

/** What an operator asks of a number. */
export const askNumber = (
  operator: ComparisonOperator,
  values: readonly string[],
): ((number: number) => boolean) => {
  const asked = values.map((value) => readNumberText(value.trim()) ?? missing);
  const question = numberQuestions[operator] ?? no;
  return (number) => question(number, asked);
};

/** What an operator asks of a day; days are counted from 1970. */
export const askDay = (
  operator: ComparisonOperator,
  values: readonly string[],
  today: number,
): ((day: number) => boolean) => {
  const relative = relativeQuestions[operator];
  const days = Number(values[0]);
  if (relative) return (day) => relative(day, [today, days]);
  const asked = values.map((value) => countDays(value) ?? missing);
  const question = dayQuestions[operator] ?? no;
  return (day) => question(day, asked);
};
