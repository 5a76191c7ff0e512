import type { Comparison, ComparisonOperator } from '@curlew/scenario';
import type { Parameters } from './parameters.ts';
import { booleanSql, daySql, hasItemSql, isKnownSql, numberSql, textSql } from './read-value-sql.ts';

/** When and where a filter is asked; functions, as a statement may have no value that it does not use. */
export interface SqlClock {
  /** SQL of the moment, a `timestamptz`. */
  readonly now: () => string;
  /** SQL of the IANA name of the project's zone. */
  readonly timeZone: () => string;
}

// They ask what their opposite asks; the answer is turned round.
const opposites: { readonly [O in ComparisonOperator]?: ComparisonOperator } = {
  is_not: 'is',
  equals_not: 'equals',
  contains_not: 'contains',
  has_not: 'has',
  is_not_set: 'is_set',
};

/** SQL of what is asked of a text; `first` is SQL of the first value. */
const textQuestions: {
  readonly [O in ComparisonOperator]?: (text: string, first: string) => string;
} = {
  is: (text, first) => `${text} = ${first}`,
  contains: (text, first) => `strpos(${text}, ${first}) > 0`,
  starts_with: (text, first) => `starts_with(${text}, ${first})`,
  ends_with: (text, first) => `right(${text}, length(${first})) = ${first}`,
};

const askText = (operator: ComparisonOperator, text: string, first: string): string => {
  const question = textQuestions[operator];
  if (!question) throw new Error(`nothing of a text is asked by ${operator}`);
  return question(text, first);
};

const signs: { readonly [O in ComparisonOperator]?: string } = {
  equals: '=',
  less: '<',
  at_most: '<=',
  more: '>',
  at_least: '>=',
  on: '=',
  before: '<',
  after: '>',
};

/** `asked(n)` adds the nth value and gives back its SQL. */
const askOrder = (operator: ComparisonOperator, value: string, asked: (index: 0 | 1) => string): string => {
  if (operator === 'between') return `${value} BETWEEN ${asked(0)} AND ${asked(1)}`;
  const sign = signs[operator];
  if (sign === undefined) throw new Error(`nothing of an ordered value is asked by ${operator}`);
  return `${value} ${sign} ${asked(0)}`;
};

interface Question {
  readonly comparison: Comparison;
  readonly operator: ComparisonOperator;
  /** SQL of the value, a `jsonb`. */
  readonly value: string;
  readonly parameters: Parameters;
}

const askDay = ({ comparison, operator, value, parameters }: Question, clock: SqlClock): string => {
  const zone = clock.timeZone();
  const day = daySql(value, zone);
  const today = (): string => `(${clock.now()} AT TIME ZONE ${zone})::date`;
  const days = (): string => parameters.add(Number(comparison.values[0]), 'int');
  if (operator === 'in_last_days') return `${day} BETWEEN ${today()} - ${days()} AND ${today()}`;
  if (operator === 'in_next_days') return `${day} BETWEEN ${today()} AND ${today()} + ${days()}`;
  return askOrder(operator, day, (index) => parameters.add(comparison.values[index] ?? '', 'date'));
};

const askNumber = ({ comparison, operator, value, parameters }: Question): string =>
  askOrder(operator, numberSql(value), (index) =>
    parameters.add(Number(comparison.values[index]?.trim()), 'float8'),
  );

const ask = (question: Question, clock: SqlClock): string => {
  const { comparison, operator, value, parameters } = question;
  if (operator === 'is_set') return isKnownSql(value);
  const texts = comparison.values.map((text) => text.trim());
  const first = (): string => parameters.add(texts[0] ?? '', 'text');
  switch (comparison.type) {
    case 'text':
      return operator === 'one_of'
        ? `${textSql(value)} = ANY (${parameters.add(texts, 'text[]')})`
        : askText(operator, textSql(value), first());
    case 'number':
      return askNumber(question);
    case 'boolean':
      return `${booleanSql(value)} = ${operator === 'is_true' ? 'TRUE' : 'FALSE'}`;
    case 'date':
      return askDay(question, clock);
    case 'list':
      return hasItemSql(value, first());
  }
};

/**
 * One comparison as SQL that is true or false, never null and never an error; `properties` is SQL of the jsonb object that
 * it asks about. The comparison is to be without issues.
 */
export const compileComparison = (
  comparison: Comparison,
  { properties, parameters, clock }: { properties: string; parameters: Parameters; clock: SqlClock },
): string => {
  const value = `(${properties} -> ${parameters.add(comparison.property.trim(), 'text')})`;
  const opposite = opposites[comparison.operator];
  const operator = opposite ?? comparison.operator;
  const answer = `coalesce(${ask({ comparison, operator, value, parameters }, clock)}, FALSE)`;
  return opposite ? `NOT ${answer}` : answer;
};
