import { builtin } from '../evaluate/signature.ts';
import type { Builtin } from '../evaluate/signature.ts';
import { integerOf, numberOf } from '../values/numbers.ts';

function bits(integer: number | bigint): string {
  return integer.toString(2).replace('-', '');
}

function bitLength(integer: number | bigint): number {
  return integer === 0 ? 0 : bits(integer).length;
}

/** The few methods of Python's whole numbers that a message can use. */
export const integerMethods: readonly (readonly [string, Builtin])[] = [
  builtin('bit_length', ['self'], (_run, args) => bitLength(integerOf(args.value(0)) ?? 0)),
  builtin(
    'bit_count',
    ['self'],
    (_run, args) => bits(integerOf(args.value(0)) ?? 0).replaceAll('0', '').length,
  ),
  builtin('conjugate', ['self'], (_run, args) => integerOf(args.value(0)) ?? 0),
];

/** The few methods of Python's decimal numbers that a message can use. */
export const floatMethods: readonly (readonly [string, Builtin])[] = [
  builtin('is_integer', ['self'], (_run, args) => Number.isInteger(numberOf(args.value(0)))),
  builtin('conjugate', ['self'], (_run, args) => args.value(0)),
];
