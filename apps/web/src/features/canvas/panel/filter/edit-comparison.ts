import {
  type Comparison,
  type ComparisonOperator,
  type ComparisonType,
  describeOperator,
  operatorsOf,
} from '@curlew/scenario';

/** How many values are to be typed; a list of one or more keeps as many as there are. */
const fitValues = (values: readonly string[], operator: ComparisonOperator): string[] => {
  const needed = describeOperator(operator).values;
  const count = needed === 'many' ? Math.max(1, values.length) : needed;
  return Array.from({ length: count }, (_, index) => values[index] ?? '');
};

export const withOperator = (comparison: Comparison, operator: ComparisonOperator): Comparison => ({
  ...comparison,
  operator,
  values: fitValues(comparison.values, operator),
});

/** Of another type: the operator stays where that type has it, and so do the values. */
export const withType = (comparison: Comparison, type: ComparisonType): Comparison => {
  if (type === comparison.type) return comparison;
  const [usual = 'is_set'] = operatorsOf[type];
  const stays = operatorsOf[type].includes(comparison.operator);
  // What was typed as one type is seldom a value of another: a text is no date.
  const changed = { ...comparison, type, values: [] };
  return withOperator(changed, stays ? comparison.operator : usual);
};

/** About another property, of the type that is known of it. */
export const withProperty = (
  comparison: Comparison,
  property: string,
  type: ComparisonType | undefined,
): Comparison => ({ ...withType(comparison, type ?? comparison.type), property });

export const newComparison = (): Comparison => ({
  property: '',
  type: 'text',
  operator: 'is',
  values: [''],
});
