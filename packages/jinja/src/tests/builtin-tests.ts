import { builtin } from '../evaluate/signature.ts';
import type { Builtin } from '../evaluate/signature.ts';
import { keyOf } from '../methods/dict-methods.ts';
import { hasOnlyCase } from '../methods/text-test-methods.ts';
import { arithmetic } from '../values/arithmetic.ts';
import { compare } from '../values/compare.ts';
import { contains } from '../values/contains.ts';
import { equals } from '../values/equals.ts';
import { isFloat, numberOf } from '../values/numbers.ts';
import { isIterable } from '../values/is-iterable.ts';
import { lengthOf } from '../values/length-of.ts';
import { textOf } from '../values/text-of.ts';
import { toText } from '../values/to-text.ts';
import { FloatValue } from '../values/float-value.ts';
import { Markup } from '../values/markup.ts';
import { Callable, Dict, DictView, Undefined } from '../values/value.ts';
import type { Run, Value } from '../values/value.ts';

function simple(name: string, holds: (value: Value, run: Run) => boolean): readonly [string, Builtin] {
  return builtin(name, ['value'], (run, args) => holds(args.value(0), run));
}

function binary(
  names: readonly string[],
  holds: (run: Run, left: Value, right: Value) => boolean,
): readonly (readonly [string, Builtin])[] {
  return names.map((name) =>
    builtin(name, ['value', 'other'], (run, args) => holds(run, args.value(0), args.value(1))),
  );
}

/** Whether a value leaves this remainder when it is divided by two. */
function leaves(run: Run, value: Value, remainder: number): boolean {
  return equals(run, arithmetic(run, '%', [value, 2]), remainder);
}

function isSequence(value: Value, run: Run): boolean {
  // Python also asks whether there are places to read from, which views and loops lack.
  return !(value instanceof DictView || value instanceof Callable) && lengthOf(run, value) !== undefined;
}

/** Whether a value is the name of a filter or test; a list or dictionary cannot be looked for among names. */
function isNameOf(run: Run, kind: 'filter' | 'test', value: Value): boolean {
  keyOf(run, value);
  return run.find(kind, textOf(value) ?? '') !== undefined;
}

function isCased(run: Run, value: Value, wanted: 'upper' | 'lower'): boolean {
  const text = toText(run, value);
  run.charge(text.length * 4);
  return hasOnlyCase(text, wanted);
}

/** Python's `is`: the same object; small values are the same when they are equal and of one type. */
function isSame(left: Value, right: Value): boolean {
  if (left instanceof FloatValue && right instanceof FloatValue) return left.number === right.number;
  return left === right;
}

/** Jinja2's tests; the tested value is the first argument. */
export const builtinTests: readonly (readonly [string, Builtin])[] = [
  builtin('odd', ['value'], (run, args) => leaves(run, args.value(0), 1)),
  builtin('even', ['value'], (run, args) => leaves(run, args.value(0), 0)),
  builtin('divisibleby', ['value', 'num'], (run, args) =>
    equals(run, arithmetic(run, '%', [args.value(0), args.value(1)]), 0),
  ),
  simple('defined', (value) => !(value instanceof Undefined)),
  simple('undefined', (value) => value instanceof Undefined),
  builtin('filter', ['value'], (run, args) => isNameOf(run, 'filter', args.value(0))),
  builtin('test', ['value'], (run, args) => isNameOf(run, 'test', args.value(0))),
  simple('none', (value) => value === null),
  simple('boolean', (value) => typeof value === 'boolean'),
  simple('true', (value) => value === true),
  simple('false', (value) => value === false),
  simple(
    'integer',
    (value) => (typeof value === 'number' && Number.isInteger(value)) || typeof value === 'bigint',
  ),
  simple('float', isFloat),
  simple('number', (value) => numberOf(value) !== undefined),
  simple('string', (value) => textOf(value) !== undefined),
  simple('mapping', (value) => value instanceof Dict),
  simple('sequence', isSequence),
  simple('iterable', isIterable),
  simple('callable', (value) => value instanceof Callable || value instanceof Undefined),
  simple('escaped', (value) => value instanceof Markup),
  simple('lower', (value, run) => isCased(run, value, 'lower')),
  simple('upper', (value, run) => isCased(run, value, 'upper')),
  ...binary(['sameas'], (_run, left, right) => isSame(left, right)),
  ...binary(['in'], (run, left, right) => contains(run, right, left)),
  ...binary(['==', 'eq', 'equalto'], equals),
  ...binary(['!=', 'ne'], (run, left, right) => !equals(run, left, right)),
  ...binary(['>', 'gt', 'greaterthan'], (run, left, right) => compare(run, left, right) > 0),
  ...binary(['>=', 'ge'], (run, left, right) => compare(run, left, right) >= 0),
  ...binary(['<', 'lt', 'lessthan'], (run, left, right) => compare(run, left, right) < 0),
  ...binary(['<=', 'le'], (run, left, right) => compare(run, left, right) <= 0),
];
