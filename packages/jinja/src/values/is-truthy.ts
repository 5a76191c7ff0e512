import type { ObjectValue, Run, Value } from './value.ts';

/** Python's bool(): empty text, lists and dicts, zero, None and missing values are false. */
export function isTruthy(_run: Run, value: Value): boolean {
  if (typeof value !== 'object') return Boolean(value) || Number.isNaN(value);
  return value !== null && isFull(value);
}

function isFull(value: Value[] | ObjectValue): boolean {
  if (Array.isArray(value)) return value.length > 0;
  switch (value.kind) {
    case 'float':
      return value.number !== 0;
    case 'markup':
      return value.text !== '';
    case 'undefined':
      return false;
    case 'dict':
      return value.size > 0;
    case 'view':
      return value.dict.size > 0;
    case 'range':
      return value.length > 0;
    case 'stream':
    case 'namespace':
    case 'callable':
    case 'date':
    case 'lookup':
      return true;
  }
}
