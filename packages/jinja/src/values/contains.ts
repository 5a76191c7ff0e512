import { createFinder } from '../text/find-text.ts';
import { describeType } from './describe-type.ts';
import { equals } from './equals.ts';
import { itemsOf } from './iterate.ts';
import { numberOf } from './numbers.ts';
import { textOf } from './text-of.ts';
import { hashKey, notHashable } from './hash-key.ts';
import { RangeValue } from './range-value.ts';
import { Dict, DictView, Undefined } from './value.ts';
import type { Run, Value } from './value.ts';

function inText(run: Run, text: string, item: Value): boolean {
  const part = textOf(item);
  if (part === undefined)
    throw run.fail(
      'type',
      `only a text can be looked for in a text, but this is ${describeType(item)}: convert it with |string`,
    );
  run.charge(text.length);
  return createFinder(run, part).first(text) !== -1;
}

function inRange(range: RangeValue, item: Value): boolean {
  const number = numberOf(item);
  if (number === undefined) return false;
  const steps = (number - range.start) / range.step;
  return Number.isInteger(steps) && steps >= 0 && steps < range.length;
}

/** Python's `item in container`. */
export function contains(run: Run, container: Value, item: Value): boolean {
  const text = textOf(container);
  if (text !== undefined) return inText(run, text, item);
  const keys = container instanceof DictView && container.part === 'keys' ? container.dict : container;
  if (keys instanceof Dict) {
    const key = hashKey(run, item);
    if (key === notHashable)
      throw run.fail(
        'type',
        `${describeType(item)} cannot be looked for among names: use a text or a number`,
      );
    return keys.has(key);
  }
  if (container instanceof RangeValue) return inRange(container, item);
  if (container instanceof Undefined) return false;
  const items = itemsOf(run, container);
  if (items === undefined)
    throw run.fail(
      'type',
      `'in' looks in a list, a text or named values, but this is ${describeType(container)}`,
    );
  for (const candidate of items) {
    run.step();
    if (equals(run, candidate, item)) return true;
  }
  return false;
}
