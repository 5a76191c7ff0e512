import { momentOf } from '../dates/moment-of.ts';
import { describeType } from './describe-type.ts';
import { equals } from './equals.ts';
import { numberOf } from './numbers.ts';
import { textOf } from './text-of.ts';
import { undefinedFailure } from './undefined-failure.ts';
import { DateValue } from './date-value.ts';
import { Tuple, Undefined } from './value.ts';
import type { Run, Value } from './value.ts';

/** So many characters of two texts are compared at once. */
const block = 4_096;

/** Below zero, zero or above: the order of two texts by code points, as Python has it. */
function compareTexts(run: Run, left: string, right: string): number {
  if (left.length === right.length) {
    if (left.length > 64) run.charge(left.length / 8);
    if (left === right) return 0;
  }
  const shorter = Math.min(left.length, right.length);
  run.charge(Math.min(shorter, 64));
  let at = 0;
  // Equal blocks are passed over as a whole, and counted before the next is looked at.
  while (at + block <= shorter && left.slice(at, at + block) === right.slice(at, at + block)) {
    run.charge(block);
    at += block;
  }
  while (at < shorter && left.charCodeAt(at) === right.charCodeAt(at)) at += 1;
  run.charge(at % block);
  if (at === shorter) return left.length - right.length;
  const first = left.charCodeAt(at);
  const second = right.charCodeAt(at);
  // A surrogate stands for a character above every other unit.
  const isFirstHigh = first >= 0xd800 && first < 0xe000;
  const isSecondHigh = second >= 0xd800 && second < 0xe000;
  return isFirstHigh === isSecondHigh ? first - second : isFirstHigh ? 1 : -1;
}

function numeric(value: Value): number | bigint | undefined {
  return typeof value === 'bigint' ? value : numberOf(value);
}

function compareLists(run: Run, left: readonly Value[], right: readonly Value[]): number {
  run.enter();
  const shorter = Math.min(left.length, right.length);
  let order = left.length - right.length;
  for (let index = 0; index < shorter; index += 1) {
    run.step();
    const first = left[index] ?? null;
    const second = right[index] ?? null;
    if (equals(run, first, second)) continue;
    order = compare(run, first, second);
    break;
  }
  run.leave();
  return order;
}

function dateZone(value: Value): string | undefined {
  return value instanceof DateValue ? value.timeZone : undefined;
}

/** Python's order of two values: negative, zero or positive, NaN where neither is smaller; a failure where they have none. */
export function compare(run: Run, left: Value, right: Value): number {
  const leftNumber = numeric(left);
  const rightNumber = leftNumber === undefined ? undefined : numeric(right);
  if (leftNumber !== undefined && rightNumber !== undefined) {
    if (leftNumber < rightNumber) return -1;
    if (leftNumber > rightNumber) return 1;
    return Number.isNaN(leftNumber) || Number.isNaN(rightNumber) ? Number.NaN : 0;
  }
  const leftText = textOf(left);
  const rightText = leftText === undefined ? undefined : textOf(right);
  if (leftText !== undefined && rightText !== undefined) return compareTexts(run, leftText, rightText);
  if (Array.isArray(left) && Array.isArray(right) && left instanceof Tuple === right instanceof Tuple)
    return compareLists(run, left, right);
  if (left instanceof Undefined) throw undefinedFailure(run, left);
  if (right instanceof Undefined) throw undefinedFailure(run, right);
  const zone = dateZone(left) ?? dateZone(right);
  const leftMoment = zone === undefined ? undefined : momentOf(run, left, zone);
  const rightMoment = zone === undefined ? undefined : momentOf(run, right, zone);
  if (leftMoment !== undefined && rightMoment !== undefined) return leftMoment - rightMoment;
  throw run.fail(
    'type',
    `${describeType(left)} and ${describeType(right)} have no order: convert one, for example with |int or |string`,
  );
}
