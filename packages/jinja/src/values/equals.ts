import { momentOf } from '../dates/moment-of.ts';
import { viewItems } from './iterate.ts';
import { integerOf, numberOf } from './numbers.ts';
import { textOf } from './text-of.ts';
import { DateValue } from './date-value.ts';
import { Tuple } from './value.ts';
import type { RangeValue } from './range-value.ts';
import type { Dict, DictView, ObjectValue, Run, Value } from './value.ts';

/** Python's ==. */
export function equals(run: Run, left: Value, right: Value): boolean {
  if (typeof left === 'string' && typeof right === 'string') return equalTexts(run, left, right);
  if (typeof left === 'bigint' || typeof right === 'bigint') {
    const other = typeof left === 'bigint' ? right : left;
    const integer = typeof left === 'bigint' ? left : BigInt(integerOf(right) ?? 0);
    return typeof other === 'bigint' ? integer === other : equalsNumber(integer, numberOf(other));
  }
  if (left instanceof DateValue) return momentOf(run, right, left.timeZone) === left.milliseconds;
  if (right instanceof DateValue) return momentOf(run, left, right.timeZone) === right.milliseconds;
  const leftNumber = numberOf(left);
  if (leftNumber !== undefined) return leftNumber === numberOf(right);
  const leftText = textOf(left);
  if (leftText !== undefined) {
    const rightText = textOf(right);
    return rightText !== undefined && equalTexts(run, leftText, rightText);
  }
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left))
    return (
      Array.isArray(right) && left instanceof Tuple === right instanceof Tuple && equalLists(run, left, right)
    );
  return !Array.isArray(right) && equalObjects(run, left, right);
}

/** JavaScript orders a bigint and a number exactly, where converting one would round. */
function equalsNumber(integer: bigint, number: number | undefined): boolean {
  return number !== undefined && integer <= number && integer >= number;
}

function equalTexts(run: Run, left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  if (left.length > 64) run.charge(left.length);
  return left === right;
}

function equalLists(run: Run, left: readonly Value[], right: readonly Value[]): boolean {
  if (left.length !== right.length) return false;
  run.enter();
  for (let index = 0; index < left.length; index += 1) {
    run.step();
    if (equals(run, left[index] ?? null, right[index] ?? null)) continue;
    run.leave();
    return false;
  }
  run.leave();
  return true;
}

function equalObjects(run: Run, left: ObjectValue, right: ObjectValue): boolean {
  if (left.kind === 'dict' && right.kind === 'dict') return equalDicts(run, left, right);
  if (left.kind === 'range' && right.kind === 'range') return equalRanges(left, right);
  if (left.kind === 'view' && right.kind === 'view') return equalViews(run, left, right);
  return left.kind === 'undefined' && right.kind === 'undefined';
}

function equalDicts(run: Run, left: Dict, right: Dict): boolean {
  if (left.size !== right.size) return false;
  run.enter();
  let equal = true;
  for (const [hash, [, value]] of left.hashed()) {
    run.step();
    if (typeof hash === 'string' && hash.length > 64) run.charge(hash.length);
    const other = right.get(hash);
    equal = other !== undefined && equals(run, value, other);
    if (!equal) break;
  }
  run.leave();
  return equal;
}

function equalRanges(left: RangeValue, right: RangeValue): boolean {
  if (left.length !== right.length) return false;
  return left.length === 0 || (left.start === right.start && (left.length === 1 || left.step === right.step));
}

/** Views of keys and items are sets: their order does not matter. */
function equalViews(run: Run, left: DictView, right: DictView): boolean {
  if (left.part === 'values' || left.part !== right.part || left.dict.size !== right.dict.size) return false;
  const others = viewItems(run, right.dict, right.part);
  return viewItems(run, left.dict, left.part).every((item) =>
    others.some((other) => {
      run.step();
      return equals(run, item, other);
    }),
  );
}
