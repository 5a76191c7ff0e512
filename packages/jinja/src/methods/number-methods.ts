import { builtin } from '../evaluate/signature.ts';
import type { Bound, Builtin } from '../evaluate/signature.ts';
import { integerOf, numberOf } from '../values/numbers.ts';
import type { RunState } from '../values/run-state.ts';

function bits(run: RunState, args: Bound): string {
  const integer = integerOf(args.value(0)) ?? 0;
  if (typeof integer === 'bigint') run.countInteger(integer);
  return integer.toString(2).replace('-', '');
}

/** The few methods of Python's whole numbers that a message can use. */
export const integerMethods: readonly (readonly [string, Builtin])[] = [
  builtin('bit_length', ['self'], (run, args) =>
    integerOf(args.value(0)) === 0 ? 0 : bits(run, args).length,
  ),
  builtin('bit_count', ['self'], (run, args) => bits(run, args).replaceAll('0', '').length),
  builtin('conjugate', ['self'], (_run, args) => integerOf(args.value(0)) ?? 0),
];

/** The few methods of Python's decimal numbers that a message can use. */
export const floatMethods: readonly (readonly [string, Builtin])[] = [
  builtin('is_integer', ['self'], (_run, args) => Number.isInteger(numberOf(args.value(0)))),
  builtin('conjugate', ['self'], (_run, args) => args.value(0)),
];
