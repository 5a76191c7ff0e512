import { createDayCounter } from '../settings/calendar.ts';
import { findComparisonIssues } from './comparison-issues.ts';
import { negations, type Comparison } from './comparison.ts';
import { askDay, askNumber, askText } from './questions.ts';
import { isKnown, readBoolean, readDate, readList, readNumber, readText } from './read-value.ts';

/** When and where a filter is asked: days are those of the project's time zone. */
export interface FilterClock {
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  /** IANA name of the project's zone. */
  readonly timeZone: string;
}

type Properties = Readonly<Record<string, unknown>>;
type Question<T> = (value: T) => boolean;

// What cannot be read as the type of the comparison is not known, and answers no.
const ask =
  <T>(read: (value: unknown) => T | undefined, question: Question<T>): Question<unknown> =>
  (value) => {
    const reading = read(value);
    return reading !== undefined && question(reading);
  };

const createQuestion = ({ type, operator, values }: Comparison, clock: FilterClock): Question<unknown> => {
  switch (type) {
    case 'text':
      return ask(readText, askText(operator, values));
    case 'number':
      return ask(readNumber, askNumber(operator, values));
    case 'boolean':
      return ask(readBoolean, (answer) => answer === (operator === 'is_true'));
    case 'list':
      return ask(readList, (items) => items.includes(values[0]?.trim() ?? ''));
    case 'date': {
      const count = createDayCounter(clock.timeZone);
      return ask((value) => readDate(value, count), askDay(operator, values, count(clock.now)));
    }
  }
};

/** Makes the test of one comparison over the attributes of a customer or the properties of an event, as JSON gives them. */
export const createComparisonTest = (
  comparison: Comparison,
  clock: FilterClock,
): ((properties: Properties) => boolean) => {
  // What is not asked completely is met by nobody.
  if (findComparisonIssues(comparison, { field: '', what: 'property' }).length > 0) return () => false;
  const { operator } = comparison;
  const name = comparison.property.trim();
  const isAboutKnown = operator === 'is_set' || operator === 'is_not_set';
  const question = isAboutKnown ? isKnown : createQuestion(comparison, clock);
  const isNegated = negations.has(operator);
  return (properties) =>
    question(Object.hasOwn(properties, name) ? properties[name] : undefined) !== isNegated;
};
