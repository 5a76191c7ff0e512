import { characters, codeLength, isWide } from './code-points.ts';
import { integerOf } from './numbers.ts';
import { textOf } from './text-of.ts';
import { hashKey, notHashable } from './hash-key.ts';
import { RangeValue } from './range-value.ts';
import type { Run, Value } from './value.ts';

function readSequence(run: Run, target: Value, position: number): Value | undefined {
  const text = textOf(target);
  if (text !== undefined) {
    if (!isWide(text)) return text[position < 0 ? text.length + position : position];
    run.charge(text.length);
    return characters(text)[position < 0 ? codeLength(text) + position : position];
  }
  if (Array.isArray(target)) return target[position < 0 ? target.length + position : position];
  if (!(target instanceof RangeValue)) return undefined;
  const index = position < 0 ? target.length + position : position;
  return index >= 0 && index < target.length ? target.start + index * target.step : undefined;
}

/** Python's `target[key]` without attributes: a key of a dict or lookup, a place in a sequence; nothing where there is none. */
export function readItem(run: Run, target: Value, key: Value): Value | undefined {
  if (target !== null && typeof target === 'object' && !Array.isArray(target)) {
    if (target.kind === 'dict') {
      const hash = hashKey(run, key);
      return hash === notHashable ? undefined : target.get(hash);
    }
    if (target.kind === 'lookup') return typeof key === 'string' ? target.read(run, key) : undefined;
  }
  const position = integerOf(key);
  return position === undefined ? undefined : readSequence(run, target, Number(position));
}
