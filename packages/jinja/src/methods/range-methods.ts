import { builtin } from '../evaluate/signature.ts';
import type { Bound, Builtin } from '../evaluate/signature.ts';
import { contains } from '../values/contains.ts';
import { numberOf } from '../values/numbers.ts';
import { toRepr } from '../values/to-repr.ts';
import { RangeValue } from '../values/range-value.ts';

function self(args: Bound): RangeValue {
  const range = args.value(0);
  if (!(range instanceof RangeValue)) throw new Error('a range method was bound to another value');
  return range;
}

/** Python's range methods; the range is the first argument. */
export const rangeMethods: readonly (readonly [string, Builtin])[] = [
  builtin('index', ['self', 'value'], (run, args) => {
    if (!contains(run, self(args), args.value(1)))
      throw run.fail('value', `${toRepr(run, args.value(1))} is not in the range: check with 'in' first`);
    return ((numberOf(args.value(1)) ?? 0) - self(args).start) / self(args).step;
  }),
  builtin('count', ['self', 'value'], (run, args) => (contains(run, self(args), args.value(1)) ? 1 : 0)),
  builtin('__len__', ['self'], (_run, args) => self(args).length),
];
