import { Tuple } from './value.ts';
import type { Value } from './value.ts';

const kinds: Readonly<Record<string, string>> = {
  float: 'a decimal number',
  markup: 'a text',
  undefined: 'a missing value',
  dict: 'a dictionary',
  view: 'a list',
  range: 'a range',
  stream: 'a filtered list',
  namespace: 'a namespace',
  callable: 'a function',
  date: 'a date',
  lookup: 'a lookup',
};

/** What a person would call the type of a value, with its article. */
export function describeType(value: Value): string {
  if (value === null) return 'nothing (None)';
  switch (typeof value) {
    case 'string':
      return 'a text';
    case 'boolean':
      return 'true or false';
    case 'bigint':
      return 'a whole number';
    case 'number':
      return Number.isInteger(value) ? 'a whole number' : 'a decimal number';
    case 'object':
      return Array.isArray(value)
        ? value instanceof Tuple
          ? 'a tuple'
          : 'a list'
        : (kinds[value.kind] ?? value.kind);
  }
}
