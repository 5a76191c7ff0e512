import type { Run } from '../evaluate/run.ts';
import { ownAttribute } from './get-attribute.ts';
import { characters, codeLength, isWide } from './code-points.ts';
import { hashKey, notHashable } from './dict.ts';
import { integerOf } from './numbers.ts';
import { textOf } from './text-of.ts';
import { undefinedFailure } from './undefined-failure.ts';
import { RangeValue, Undefined } from './value.ts';
import type { Value } from './value.ts';

function fromSequence(run: Run, target: Value, position: number): Value | undefined {
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

function nameOf(key: Value): string {
  return typeof key === 'string' || typeof key === 'number' ? String(key) : 'key';
}

/** Jinja2's `target[key]`: the item, else (`withAttribute`, for text keys) the attribute; missing where there is neither. */
export function getItem(run: Run, target: Value, key: Value, withAttribute = true): Value {
  if (target instanceof Undefined) throw undefinedFailure(run, target);
  const found = readItem(run, target, key);
  if (found !== undefined) return found;
  const attribute = withAttribute && typeof key === 'string' ? ownAttribute(run, target, key) : undefined;
  return attribute ?? new Undefined(nameOf(key), target);
}

function readItem(run: Run, target: Value, key: Value): Value | undefined {
  if (target !== null && typeof target === 'object' && !Array.isArray(target)) {
    if (target.kind === 'dict') {
      const hash = hashKey(key);
      return hash === notHashable ? undefined : target.get(hash);
    }
    if (target.kind === 'lookup') return typeof key === 'string' ? target.read(run, key) : undefined;
  }
  const position = integerOf(key);
  return position === undefined ? undefined : fromSequence(run, target, Number(position));
}
