import { dateText } from '../dates/date-text.ts';
import { floatText } from '../format/float-text.ts';
import { toRepr } from './to-repr.ts';
import type { Run, Value } from './value.ts';

/** Python's str(): what an output prints. */
export function toText(run: Run, value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : floatText(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return toRepr(run, value);
  if (value.kind === 'markup') return value.text;
  if (value.kind === 'undefined') return '';
  return value.kind === 'date' ? dateText(value) : toRepr(run, value);
}
