import { Tuple } from './value.ts';
import type { ObjectValue, Value } from './value.ts';

const kinds: Readonly<Record<ObjectValue['kind'], string>> = {
  float: 'a decimal number',
  markup: 'a text',
  undefined: 'a missing value',
  dict: 'a group of named values',
  view: 'a list',
  range: 'a range of numbers',
  stream: 'a filtered list',
  namespace: 'a namespace',
  callable: 'a function',
  date: 'a date',
  lookup: 'a collection',
};

/** What a person would call the type of a value, with its article. */
export function describeType(value: Value): string {
  if (value === null) return 'an empty value (none)';
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'boolean') return 'true or false';
  if (typeof value === 'number' && !Number.isInteger(value)) return 'a decimal number';
  if (typeof value !== 'object') return 'a whole number';
  if (Array.isArray(value)) return value instanceof Tuple ? 'a list in round brackets' : 'a list';
  return kinds[value.kind];
}
