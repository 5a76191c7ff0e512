import { codeLength } from './code-points.ts';
import type { Run, Value } from './value.ts';

/** Python's len(), or nothing where a value has no length. */
export function lengthOf(run: Run, value: Value): number | undefined {
  if (typeof value === 'string') {
    run.charge(value.length);
    return codeLength(value);
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return value.length;
  switch (value.kind) {
    case 'markup':
      return lengthOf(run, value.text);
    case 'undefined':
      return 0;
    case 'dict':
      return value.size;
    case 'view':
      return value.dict.size;
    case 'range':
      return value.length;
    case 'callable': {
      const length = value.attribute?.(run, '__len__');
      return typeof length === 'number' ? length : undefined;
    }
    case 'float':
    case 'stream':
    case 'namespace':
    case 'date':
    case 'lookup':
      return undefined;
  }
}
