import { addSequences, repeat } from './sequences.ts';
import { describeType } from './describe-type.ts';
import { divideExactly, divideFloor, modulo, power } from './integer-arithmetic.ts';
import { integerOf, makeFloat, makeInteger, numberOf } from './numbers.ts';
import { percentFormat } from '../format/percent-format.ts';
import { textOf } from './text-of.ts';
import { undefinedFailure } from './undefined-failure.ts';
import { Undefined } from './value.ts';
import type { Run, Value } from './value.ts';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '//' | '%' | '**';

/** What an operation with a wide integer costs, in characters. */
const wideCost = 200;

const verbs: Readonly<Record<ArithmeticOperator, string>> = {
  '+': 'added',
  '-': 'subtracted',
  '*': 'multiplied',
  '/': 'divided',
  '//': 'divided',
  '%': 'divided',
  '**': 'raised to a power',
};

function refuse(run: Run, operator: ArithmeticOperator, operands: readonly [Value, Value]): Error {
  const [left, right] = operands;
  if (left instanceof Undefined) return undefinedFailure(run, left);
  if (right instanceof Undefined) return undefinedFailure(run, right);
  const isText = textOf(left) !== undefined || textOf(right) !== undefined;
  const fix = operator === '+' && isText ? "join texts with '~'" : 'convert one with |int or |float';
  return run.fail(
    'type',
    `${describeType(left)} and ${describeType(right)} cannot be ${verbs[operator]}: ${fix}`,
  );
}

function zeroDivision(run: Run): Error {
  return run.fail(
    'division_by_zero',
    'division by zero: check the divisor first, for example {% if total %}',
  );
}

function integerResult(
  run: Run,
  operator: ArithmeticOperator,
  operands: readonly [number | bigint, number | bigint],
): Value {
  const left = BigInt(operands[0]);
  const right = BigInt(operands[1]);
  // Wide integers take their time, also where the result is small.
  if (typeof operands[0] === 'bigint' || typeof operands[1] === 'bigint') run.charge(wideCost);
  switch (operator) {
    case '+':
      return makeInteger(run, left + right);
    case '-':
      return makeInteger(run, left - right);
    case '*':
      run.countInteger(left);
      run.countInteger(right);
      return makeInteger(run, left * right);
    case '/':
      if (right === 0n) throw zeroDivision(run);
      return makeFloat(divideExactly(run, left, right));
    case '//':
      if (right === 0n) throw zeroDivision(run);
      return makeInteger(run, divideFloor(left, right));
    case '%':
      if (right === 0n) throw zeroDivision(run);
      return makeInteger(run, left - divideFloor(left, right) * right);
    case '**':
      if (left === 0n && right < 0n) throw zeroDivision(run);
      return power(run, left, right);
  }
}

function floatResult(run: Run, operator: ArithmeticOperator, operands: readonly [number, number]): Value {
  const [left, right] = operands;
  // The remainder of a huge number is found bit by bit.
  if ((operator === '//' || operator === '%') && Math.abs(left) > 1e18) run.charge(wideCost);
  switch (operator) {
    case '+':
      return makeFloat(left + right);
    case '-':
      return makeFloat(left - right);
    case '*':
      return makeFloat(left * right);
    case '/':
      if (right === 0) throw zeroDivision(run);
      return makeFloat(left / right);
    case '//':
      if (right === 0) throw zeroDivision(run);
      return makeFloat(floorQuotient(left, right));
    case '%':
      if (right === 0) throw zeroDivision(run);
      return makeFloat(modulo(left, right));
    case '**': {
      if (left === 0 && right < 0) throw zeroDivision(run);
      const result = left ** right;
      if (Number.isNaN(result) && !Number.isNaN(left) && !Number.isNaN(right))
        throw run.fail('value', 'a negative number has no root: check the number first, or use |abs');
      if (!Number.isFinite(result) && Number.isFinite(left) && Number.isFinite(right))
        throw run.fail('value', 'this power is too large: use smaller numbers');
      return makeFloat(result);
    }
  }
}

/** Python's float floor division: the quotient without its remainder, rounded down. */
function floorQuotient(left: number, right: number): number {
  const remainder = left % right;
  const isBelow = remainder !== 0 && remainder < 0 !== right < 0;
  const quotient = (left - remainder) / right - (isBelow ? 1 : 0);
  if (quotient === 0) return left / right < 0 || Object.is(left / right, -0) ? -0 : 0;
  const floored = Math.floor(quotient);
  return quotient - floored > 0.5 ? floored + 1 : floored;
}

/** What nearly all arithmetic is: sums, differences and products that are exact, or floats to begin with. */
function plainResult(operator: ArithmeticOperator, left: number, right: number): Value | undefined {
  if (operator === '//' || operator === '%') return floorResult(operator, left, right);
  if (operator === '/' || operator === '**') return undefined;
  const result = operator === '+' ? left + right : operator === '-' ? left - right : left * right;
  if (!Number.isInteger(left) || !Number.isInteger(right)) return makeFloat(result);
  // `+ 0` turns a minus zero into the integer 0.
  return Number.isSafeInteger(result) ? result + 0 : undefined;
}

/** `//` and `%` of whole numbers that are safe, and so exact. */
function floorResult(operator: '//' | '%', left: number, right: number): number | undefined {
  if (right === 0 || !Number.isSafeInteger(left) || !Number.isSafeInteger(right)) return undefined;
  const remainder = left % right;
  const isBelow = remainder !== 0 && remainder < 0 !== right < 0;
  if (operator === '%') return (isBelow ? remainder + right : remainder) + 0;
  return (left - remainder) / right - (isBelow ? 1 : 0) + 0;
}

/** Python's arithmetic on any two values: numbers, and + * % on texts and lists. */
export function arithmetic(run: Run, operator: ArithmeticOperator, operands: readonly [Value, Value]): Value {
  const [left, right] = operands;
  if (typeof left === 'number' && typeof right === 'number') {
    const result = plainResult(operator, left, right);
    if (result !== undefined) return result;
  }
  const leftInteger = integerOf(left);
  const rightInteger = integerOf(right);
  if (leftInteger !== undefined && rightInteger !== undefined)
    return integerResult(run, operator, [leftInteger, rightInteger]);
  if (operator === '%' && textOf(left) !== undefined) return percentFormat(run, left, right);
  const leftNumber = numberOf(left);
  const rightNumber = numberOf(right);
  if (leftNumber !== undefined && rightNumber !== undefined)
    return floatResult(run, operator, [leftNumber, rightNumber]);
  const combined =
    operator === '+'
      ? addSequences(run, left, right)
      : operator === '*'
        ? repeat(run, left, right)
        : undefined;
  if (combined === undefined) throw refuse(run, operator, operands);
  return combined;
}
