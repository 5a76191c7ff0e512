import { builtin, valueBuiltin } from '../evaluate/signature.ts';
import type { Builtin } from '../evaluate/signature.ts';
import { readAttribute } from '../values/lookup.ts';
import { isTruthy } from '../values/is-truthy.ts';
import { describeType } from '../values/describe-type.ts';
import { lengthOf } from '../values/length-of.ts';
import { orElse } from '../values/or-else.ts';
import { toPrettyText } from '../values/to-pretty-text.ts';
import { toText } from '../values/to-text.ts';
import { undefinedFailure } from '../values/undefined-failure.ts';
import { Markup } from '../values/markup.ts';
import { Undefined } from '../values/value.ts';

const defaults = (name: string): readonly [string, Builtin] =>
  valueBuiltin(name, ['value', ['default_value', ''], ['boolean', false]], (run, value, rest) => {
    const isForEmpty = isTruthy(run, rest[1] ?? null);
    const isMissing = value instanceof Undefined || (isForEmpty && !isTruthy(run, value));
    return isMissing ? (rest[0] ?? null) : value;
  });

const lengths = (name: string): readonly [string, Builtin] =>
  valueBuiltin(name, ['value'], (run, value) => {
    const length = lengthOf(run, value);
    if (length === undefined)
      throw run.fail('type', `${describeType(value)} has no length: convert it with |string or |list`);
    return length;
  });

export const valueFilters: readonly (readonly [string, Builtin])[] = [
  defaults('default'),
  defaults('d'),
  lengths('length'),
  lengths('count'),
  builtin('string', ['value'], (run, args) =>
    args.value(0) instanceof Markup ? args.value(0) : toText(run, args.value(0)),
  ),
  builtin('attr', ['value', 'name'], (run, args) => {
    const value = args.value(0);
    if (value instanceof Undefined) throw undefinedFailure(run, value);
    return orElse(readAttribute(run, value, args.string(1)), () => new Undefined(args.string(1), value));
  }),
  builtin('pprint', ['value'], (run, args) => toPrettyText(run, args.value(0))),
];
