import { countDays } from '../settings/calendar.ts';
import { negations, type Comparison, type ComparisonOperator } from './comparison.ts';
import { askText } from './questions.ts';
import { readNumberText } from './read-value.ts';

const firstOf = ({ values }: Comparison): string => values[0]?.trim() ?? '';
const valuesAskedBy = (comparisons: readonly Comparison[], operator: ComparisonOperator): string[] =>
  comparisons.filter((comparison) => comparison.operator === operator).map(firstOf);

const textsExclude = (comparisons: readonly Comparison[]): boolean => {
  const lists = comparisons
    .filter(({ operator }) => operator === 'is' || operator === 'one_of')
    .map(({ operator, values }) =>
      (operator === 'is' ? values.slice(0, 1) : values).map((value) => value.trim()),
    );
  const asked = comparisons.filter(({ operator }) => operator !== 'is_set' && operator !== 'is_not_set');
  const answers = (text: string): boolean =>
    asked.every(({ operator, values }) => askText(operator, values)(text) !== negations.has(operator));
  const [candidates] = lists;
  if (candidates) return !candidates.some(answers);
  const [starts, ends] = [valuesAskedBy(asked, 'starts_with'), valuesAskedBy(asked, 'ends_with')];
  if (starts.some((one) => starts.some((other) => !one.startsWith(other) && !other.startsWith(one))))
    return true;
  if (ends.some((one) => ends.some((other) => !one.endsWith(other) && !other.endsWith(one)))) return true;
  const within = [...starts, ...ends, ...valuesAskedBy(asked, 'contains')];
  return valuesAskedBy(asked, 'contains_not').some((banned) => within.some((text) => text.includes(banned)));
};

interface Range {
  readonly from: number;
  readonly to: number;
  /** Whether the ends themselves are left out. */
  readonly isOpen?: boolean;
}

type Ranges = { readonly [O in ComparisonOperator]?: (first: number, second: number) => Range };

const ranges: Ranges = {
  equals: (first) => ({ from: first, to: first }),
  on: (first) => ({ from: first, to: first }),
  less: (first) => ({ from: -Infinity, to: first, isOpen: true }),
  at_most: (first) => ({ from: -Infinity, to: first }),
  more: (first) => ({ from: first, to: Infinity, isOpen: true }),
  at_least: (first) => ({ from: first, to: Infinity }),
  // Days are whole numbers.
  before: (first) => ({ from: -Infinity, to: first - 1 }),
  after: (first) => ({ from: first + 1, to: Infinity }),
  between: (from, to) => ({ from, to }),
};

// What a comparison leaves to a number or a day; undefined where it says nothing of that.
const rangeOf = ({ type, operator, values }: Comparison): Range | undefined => {
  const [first = Number.NaN, second = Number.NaN] = values.map((value) =>
    type === 'date' ? countDays(value) : readNumberText(value.trim()),
  );
  return ranges[operator]?.(first, second);
};

const rangesExclude = (comparisons: readonly Comparison[]): boolean => {
  const left = comparisons.map(rangeOf).filter((range) => range !== undefined);
  const banned = new Set(valuesAskedBy(comparisons, 'equals_not').map(readNumberText));
  // Ranges that meet pairwise meet all together.
  return left.some((one) =>
    left.some((other) => {
      if (one.from > other.to) return true;
      if (one.from < other.to || one.from !== other.to) return false;
      return one.isOpen === true || other.isOpen === true || banned.has(one.from);
    }),
  );
};

const propertyExcludes = (comparisons: readonly Comparison[]): boolean => {
  const operators = new Set(comparisons.map(({ operator }) => operator));
  if (operators.has('is_not_set') && comparisons.some(({ operator }) => !negations.has(operator)))
    return true;
  if (operators.has('is_true') && operators.has('is_false')) return true;
  const ofType = (type: Comparison['type']): Comparison[] =>
    comparisons.filter((comparison) => comparison.type === type);
  const lists = ofType('list');
  const missing = new Set(valuesAskedBy(lists, 'has_not'));
  return (
    textsExclude(ofType('text')) ||
    rangesExclude(ofType('number')) ||
    rangesExclude(ofType('date')) ||
    valuesAskedBy(lists, 'has').some((value) => missing.has(value))
  );
};

/**
 * Whether comparisons cannot all hold of one customer's attributes, or of one event's properties. Says no where it does
 * not know. The comparisons are to be without issues.
 */
export const excludeEachOther = (comparisons: readonly Comparison[]): boolean =>
  [...Map.groupBy(comparisons, ({ property }) => property.trim()).values()].some(propertyExcludes);
