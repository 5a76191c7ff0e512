import { builtin } from '../evaluate/signature.ts';
import type { Builtin } from '../evaluate/signature.ts';
import { readAttribute } from '../values/lookup.ts';
import { isTruthy } from '../values/is-truthy.ts';
import { describeType } from '../values/describe-type.ts';
import { lengthOf } from '../values/length-of.ts';
import { orElse } from '../values/or-else.ts';
import { toPrettyText } from '../values/to-pretty-text.ts';
import { toText } from '../values/to-text.ts';
import { undefinedFailure } from '../values/undefined-failure.ts';
import { Markup, Undefined } from '../values/value.ts';

const defaults = (name: string): readonly [string, Builtin] =>
  builtin(name, ['value', ['default_value', ''], ['boolean', false]], (run, args) => {
    const value = args.value(0);
    if (value instanceof Undefined || (args.flag(2) && !isTruthy(run, value))) return args.value(1);
    return value;
  });

const lengths = (name: string): readonly [string, Builtin] =>
  builtin(name, ['value'], (run, args) => {
    const length = lengthOf(run, args.value(0));
    if (length === undefined)
      throw run.fail(
        'type',
        `${describeType(args.value(0))} has no length: convert it with |string or |list`,
      );
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
