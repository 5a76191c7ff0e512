import { builtin } from '../evaluate/signature.ts';
import type { Builtin } from '../evaluate/signature.ts';
import { capitalize, caseFold, swapCase, titleCase } from '../text/change-case.ts';
import { Markup } from '../values/markup.ts';
import type { Value } from '../values/value.ts';

/** A result of the same kind as the text it was made of. */
export function alike(original: Value, text: string): Value {
  return original instanceof Markup ? new Markup(text) : text;
}

function changing(name: string, change: (text: string) => string, cost = 1): readonly [string, Builtin] {
  return builtin(name, ['self'], (run, args) => {
    run.charge(args.string(0).length * cost);
    return alike(args.value(0), change(args.string(0)));
  });
}

export const textCaseMethods: readonly (readonly [string, Builtin])[] = [
  changing('upper', (text) => text.toUpperCase()),
  changing('lower', (text) => text.toLowerCase()),
  changing('capitalize', capitalize),
  changing('title', titleCase, 24),
  changing('swapcase', swapCase, 24),
  changing('casefold', caseFold, 24),
];
