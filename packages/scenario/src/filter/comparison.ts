import { z } from 'zod';

export const comparisonTypes = ['text', 'number', 'boolean', 'date', 'list'] as const;
export type ComparisonType = (typeof comparisonTypes)[number];

/** What an operator is called, and how many values it needs; `many`: one or more. */
interface OperatorDescription {
  readonly words: string;
  readonly values: 0 | 1 | 2 | 'many';
}

const operators = {
  is: { words: 'is', values: 1 },
  is_not: { words: 'is not', values: 1 },
  one_of: { words: 'is one of', values: 'many' },
  contains: { words: 'contains', values: 1 },
  contains_not: { words: 'does not contain', values: 1 },
  starts_with: { words: 'begins with', values: 1 },
  ends_with: { words: 'ends with', values: 1 },
  equals: { words: '=', values: 1 },
  equals_not: { words: '≠', values: 1 },
  less: { words: '<', values: 1 },
  at_most: { words: '≤', values: 1 },
  more: { words: '>', values: 1 },
  at_least: { words: '≥', values: 1 },
  between: { words: 'is between', values: 2 },
  is_true: { words: 'is true', values: 0 },
  is_false: { words: 'is false', values: 0 },
  on: { words: 'is on', values: 1 },
  before: { words: 'is before', values: 1 },
  after: { words: 'is after', values: 1 },
  in_last_days: { words: 'is in the last … days', values: 1 },
  in_next_days: { words: 'is in the next … days', values: 1 },
  has: { words: 'has', values: 1 },
  has_not: { words: 'does not have', values: 1 },
  is_set: { words: 'is known', values: 0 },
  is_not_set: { words: 'is not known', values: 0 },
} as const satisfies Readonly<Record<string, OperatorDescription>>;

export type ComparisonOperator = keyof typeof operators;

/** Operators that say not: they ask what their opposite asks, and so a property that is not known answers them with yes. */
export const negations: ReadonlySet<ComparisonOperator> = new Set<ComparisonOperator>([
  'is_not',
  'equals_not',
  'contains_not',
  'has_not',
  'is_not_set',
]);

/** What can be asked of a value of each type, the most usual first. */
export const operatorsOf: { readonly [T in ComparisonType]: readonly ComparisonOperator[] } = {
  text: [
    'is',
    'is_not',
    'one_of',
    'contains',
    'contains_not',
    'starts_with',
    'ends_with',
    'is_set',
    'is_not_set',
  ],
  number: ['equals', 'equals_not', 'less', 'at_most', 'more', 'at_least', 'between', 'is_set', 'is_not_set'],
  boolean: ['is_true', 'is_false', 'is_set', 'is_not_set'],
  date: ['in_last_days', 'in_next_days', 'on', 'before', 'after', 'between', 'is_set', 'is_not_set'],
  list: ['has', 'has_not', 'is_set', 'is_not_set'],
};

/** The words and the number of values of an operator. */
export const describeOperator = (operator: ComparisonOperator): OperatorDescription => operators[operator];

// Object.keys forgets that the keys are known.
const operatorNames = Object.keys(operators) as [ComparisonOperator, ...ComparisonOperator[]];

/**
 * One question about a property of a customer or of an event. Values are texts as they were typed: days as YYYY-MM-DD,
 * numbers with a full stop. A property that is not there, and a value that is not of the type, answers yes to the questions
 * that say not, and no to every other.
 */
export const comparisonSchema = z.object({
  property: z.string().max(100, 'At most 100 characters'),
  type: z.enum(comparisonTypes),
  operator: z.enum(operatorNames),
  values: z.array(z.string().max(500, 'At most 500 characters')).max(100, 'At most 100 values'),
});

export type Comparison = z.infer<typeof comparisonSchema>;
