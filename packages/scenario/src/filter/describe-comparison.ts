import { describeDay } from '../settings/calendar.ts';
import { describeOperator, type Comparison } from './comparison.ts';

const describeDays = (count: string): string => (count === '1' ? 'day' : `${count} days`);

/** A comparison in words: `city is Praha`, `orders is between 1 and 5`. */
export const describeComparison = ({ property, type, operator, values }: Comparison): string => {
  const { words, values: needed } = describeOperator(operator);
  const shown = values.map((value) => (type === 'date' ? describeDay(value) : value.trim()) || '…');
  const [first = '…', second = '…'] = shown;
  const subject = property.trim() === '' ? 'something' : property.trim();
  if (operator === 'in_last_days' || operator === 'in_next_days')
    return `${subject} ${words.replace('… days', () => describeDays(first))}`;
  if (needed === 0) return `${subject} ${words}`;
  if (needed === 2) return `${subject} ${words} ${first} and ${second}`;
  return `${subject} ${words} ${needed === 1 ? first : shown.join(', ') || '…'}`;
};
