import { characters, isWide } from './code-points.ts';
import { describeType } from './describe-type.ts';
import { integerOf } from './numbers.ts';
import { textOf } from './text-of.ts';
import { undefinedFailure } from './undefined-failure.ts';
import { Markup } from './markup.ts';
import { RangeValue } from './range-value.ts';
import { Tuple, Undefined, makeTuple } from './value.ts';
import type { Run, Value } from './value.ts';

/** The three parts of a slice; null where one is left out. */
export interface SliceParts {
  readonly from: Value;
  readonly to: Value;
  readonly step: Value;
}

interface Bounds {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly count: number;
}

function part(run: Run, value: Value): number | undefined {
  if (value === null) return undefined;
  const integer = integerOf(value);
  if (integer === undefined)
    throw run.fail(
      'type',
      `the numbers of a cut like [1:5] must be whole, but this is ${describeType(value)}: convert it with |int`,
    );
  return Number(integer);
}

/** Python's slice.indices(). */
function boundsOf(run: Run, length: number, parts: SliceParts): Bounds {
  const step = part(run, parts.step) ?? 1;
  if (step === 0)
    throw run.fail(
      'value',
      'the last number of a cut like [::2] cannot be zero: use 1 or more, or -1 to go backwards',
    );
  const lowest = step < 0 ? -1 : 0;
  const highest = step < 0 ? length - 1 : length;
  const clamp = (position: number): number =>
    Math.min(Math.max(position < 0 ? position + length : position, lowest), highest);
  const from = part(run, parts.from);
  const to = part(run, parts.to);
  const start = from === undefined ? (step < 0 ? highest : lowest) : clamp(from);
  const stop = to === undefined ? (step < 0 ? lowest : highest) : clamp(to);
  return { start, stop, step, count: Math.max(0, Math.ceil((stop - start) / step)) };
}

function pick<Item>(items: ArrayLike<Item>, bounds: Bounds): Item[] {
  const picked: Item[] = [];
  for (let turn = 0, at = bounds.start; turn < bounds.count; turn += 1, at += bounds.step) {
    const item = items[at];
    if (item !== undefined) picked.push(item);
  }
  return picked;
}

function sliceText(run: Run, text: string, parts: SliceParts): string {
  if (isWide(text)) {
    run.charge(text.length);
    const all = characters(text);
    return pick(all, boundsOf(run, all.length, parts)).join('');
  }
  const bounds = boundsOf(run, text.length, parts);
  run.charge(bounds.count);
  if (bounds.step === 1) return text.slice(bounds.start, bounds.start + bounds.count);
  return pick(text.split(''), bounds).join('');
}

/** Python's `target[from:to:step]` on texts, lists, tuples and ranges. */
export function getSlice(run: Run, target: Value, parts: SliceParts): Value {
  const text = textOf(target);
  if (text !== undefined) {
    const slice = sliceText(run, text, parts);
    return target instanceof Markup ? new Markup(slice) : slice;
  }
  if (Array.isArray(target)) {
    const bounds = boundsOf(run, target.length, parts);
    run.charge(bounds.count * 4);
    const items = pick(target, bounds);
    return target instanceof Tuple ? makeTuple(items) : items;
  }
  if (target instanceof RangeValue) {
    const bounds = boundsOf(run, target.length, parts);
    return new RangeValue(
      target.start + bounds.start * target.step,
      target.start + bounds.stop * target.step,
      target.step * bounds.step,
    );
  }
  if (target instanceof Undefined) throw undefinedFailure(run, target);
  throw run.fail(
    'type',
    `only a text or a list can be cut, but this is ${describeType(target)}: convert it with |string or |list`,
  );
}
