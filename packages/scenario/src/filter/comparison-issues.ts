import type { SettingsIssue } from '../node-kind.ts';
import { isDay } from '../settings/calendar.ts';
import { fieldError } from '../settings/field-issues.ts';
import { describeOperator, operatorsOf, type Comparison } from './comparison.ts';
import { readNumberText } from './read-value.ts';

const isNumber = (text: string): boolean => readNumberText(text.trim()) !== undefined;
const isCount = (text: string): boolean => /^\d{1,5}$/.test(text.trim());

const faultOf = ({ type, operator }: Comparison, value: string): string | null => {
  if (value.trim() === '') return 'A value is missing: type what to compare with';
  if (operator === 'in_last_days' || operator === 'in_next_days')
    return isCount(value) ? null : `“${value}” is not a number of days: type a whole number`;
  if (type === 'number' && !isNumber(value)) return `“${value}” is not a number: write it like 1234.5`;
  if (type === 'date' && !isDay(value)) return `“${value}” is not a date: choose one`;
  return null;
};

interface Place {
  /** Path in the settings. */
  readonly field: string;
  /** What is compared. */
  readonly what: 'attribute' | 'property';
}

/** What is missing or wrong in a comparison. */
export const findComparisonIssues = (comparison: Comparison, { field, what }: Place): SettingsIssue[] => {
  const { property, type, operator, values } = comparison;
  const issues: SettingsIssue[] = [];
  if (property.trim() === '') {
    const message = `What to compare is missing: choose ${what === 'attribute' ? 'an attribute' : 'a property'}`;
    issues.push(fieldError('property_missing', `${field}.property`, message));
  }
  const { words, values: needed } = describeOperator(operator);
  if (!operatorsOf[type].includes(operator)) {
    const message = `“${words}” cannot be asked of a ${type}: choose another comparison`;
    return [...issues, fieldError('operator_unfit', `${field}.operator`, message)];
  }
  const count = needed === 'many' ? Math.max(1, values.length) : needed;
  const faults = Array.from({ length: count }, (_, index) => faultOf(comparison, values[index] ?? ''));
  for (const [index, fault] of faults.entries())
    if (fault !== null) issues.push(fieldError('value_wrong', `${field}.values.${index}`, fault));
  const [from = '', to = ''] = values;
  const isReversed = type === 'number' ? Number(from) > Number(to) : from > to;
  if (operator === 'between' && isReversed && faults.every((fault) => fault === null)) {
    const message = 'The range ends before it begins: swap its ends';
    issues.push(fieldError('value_wrong', `${field}.values.1`, message));
  }
  return issues;
};
