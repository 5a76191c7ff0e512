import type { Value } from './value.ts';

/** Whether a value can be walked; a missing one can, as an empty list. */
export function isIterable(value: Value): boolean {
  if (typeof value === 'string') return true;
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return true;
  switch (value.kind) {
    case 'markup':
    case 'undefined':
    case 'dict':
    case 'view':
    case 'range':
    case 'stream':
      return true;
    case 'float':
    case 'namespace':
    case 'callable':
    case 'date':
    case 'lookup':
      return false;
  }
}
