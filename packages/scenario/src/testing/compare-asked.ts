import type { Comparison, ComparisonOperator, ComparisonType } from '../filter/comparison.ts';

/** A comparison of one property, as tables of tests write it. */
export type Asked = readonly [type: ComparisonType, operator: ComparisonOperator, ...values: string[]];

export const compare = ([type, operator, ...values]: Asked): Comparison => ({
  property: 'a',
  type,
  operator,
  values,
});
