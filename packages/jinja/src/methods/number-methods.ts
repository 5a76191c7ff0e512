import { builtin } from '../evaluate/signature.ts';
import type { Builtin } from '../evaluate/signature.ts';
import { integerOf, numberOf } from '../values/numbers.ts';

/** The few methods of Python's numbers that a message can use. */
export const numberMethods: readonly (readonly [string, Builtin])[] = [
  builtin('is_integer', ['self'], (_run, args) => Number.isInteger(numberOf(args.value(0)) ?? Number.NaN)),
  builtin('bit_length', ['self'], (run, args) => {
    const integer = integerOf(args.value(0));
    if (integer === undefined) throw run.fail('type', "'bit_length' needs a whole number");
    return integer === 0 || integer === 0n ? 0 : integer.toString(2).replace('-', '').length;
  }),
  builtin('conjugate', ['self'], (_run, args) => integerOf(args.value(0)) ?? args.value(0)),
];
