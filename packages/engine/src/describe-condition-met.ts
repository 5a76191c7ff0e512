import {
  describeComparison,
  describeCondition,
  describeOperator,
  type Comparison,
  type FilterCondition,
} from '@curlew/scenario';

/** Words of an operator, and what says the opposite; whatever else begins with `is` takes a `not`. */
const opposites: readonly (readonly [said: string, opposite: string])[] = [
  ['is not ', 'is '],
  ['does not contain', 'contains'],
  ['contains', 'does not contain'],
  ['begins with', 'does not begin with'],
  ['ends with', 'does not end with'],
  ['does not have', 'has'],
  ['has', 'does not have'],
  ['=', '≠'],
  ['≠', '='],
  ['<', 'is not <'],
  ['≤', 'is not ≤'],
  ['>', 'is not >'],
  ['≥', 'is not ≥'],
  ['is ', 'is not '],
];

const negate = (words: string): string => {
  const [said, opposite] = opposites.find(([start]) => words.startsWith(start)) ?? ['', 'not '];
  return `${opposite}${words.slice(said.length)}`;
};

// Where the comparison itself says what the customer has, it is not said twice.
const saysValue: ReadonlySet<Comparison['operator']> = new Set(['is', 'equals', 'is_true', 'is_false']);
const saysValueNegated: ReadonlySet<Comparison['operator']> = new Set(['is_not', 'equals_not']);
const saysNoValue: ReadonlySet<Comparison['operator']> = new Set(['is_set', 'is_not_set']);

const describeValue = (value: unknown): string => {
  if (value === null || value === undefined) return 'it is not known';
  if (value === '') return 'it is empty';
  return `it is ${typeof value === 'string' ? value : JSON.stringify(value)}`;
};

const describeAttribute = (
  comparison: Comparison,
  { isMet, value }: { readonly isMet: boolean; readonly value: unknown },
): string => {
  const text = describeComparison(comparison);
  const [begin = ''] = describeOperator(comparison.operator).words.split('…');
  const at = text.indexOf(` ${begin}`, 1) + 1;
  const said = isMet ? text : `${text.slice(0, at)}${negate(text.slice(at))}`;
  const { operator } = comparison;
  const isSaid =
    (isMet ? saysValue : saysValueNegated).has(operator) ||
    (saysNoValue.has(operator) && (value === null || value === undefined));
  return isSaid ? said : `${said}: ${describeValue(value)}`;
};

// Where there were enough, the condition says it.
const describeCount = (count: unknown, atLeast: number): string => {
  if (typeof count !== 'number' || count >= atLeast) return '';
  if (count === 0) return ': never';
  return count === 1 ? ': once' : `: ${count} times`;
};

/** A condition as it turned out for a customer, with what they have: `city is not Praha: it is Brno`. */
export const describeConditionMet = (
  condition: FilterCondition,
  found: { readonly isMet: boolean; readonly value: unknown },
  categoryName: (categoryId: string) => string | undefined,
): string => {
  const { isMet } = found;
  switch (condition.kind) {
    case 'attribute':
      return describeAttribute(condition, found);
    case 'event':
      return `${describeCondition({ ...condition, did: condition.did === isMet })}${describeCount(found.value, condition.atLeast)}`;
    case 'consent': {
      const name = condition.categoryId === null ? undefined : categoryName(condition.categoryId);
      const consent = name === undefined ? 'the consent' : `the consent “${name}”`;
      return condition.isGranted === isMet ? `has ${consent}` : `does not have ${consent}`;
    }
  }
};
