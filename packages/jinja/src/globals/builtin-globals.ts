import { builtin, callBuiltin } from '../evaluate/signature.ts';
import type { Bound } from '../evaluate/signature.ts';
import { updateDict } from '../methods/dict-methods.ts';
import { hashText } from '../values/hash-key.ts';
import { orElse } from '../values/or-else.ts';
import { lipsum } from './lipsum.ts';
import { RangeValue } from '../values/range-value.ts';
import { Callable, Dict, Namespace } from '../values/value.ts';
import type { CallArguments, Run, Value } from '../values/value.ts';

/** A global function from a declaration. */
export function globalFunction(...declaration: Parameters<typeof builtin>): readonly [string, Callable] {
  const [name, target] = builtin(...declaration);
  return [name, new Callable(name, (run, args) => callBuiltin(run, target, args))];
}

function makeRange(run: Run, args: Bound): RangeValue {
  const [start, stop] = args.values[1] === null ? [0, args.integer(0)] : [args.integer(0), args.integer(1)];
  const step = args.integer(2);
  if (step === 0)
    throw run.fail('value', 'the step of range() cannot be zero: use 1 to count up or -1 to count down');
  const range = new RangeValue(start, stop, step);
  if (range.length > run.limits.rangeLength)
    throw run.fail(
      'range_too_long',
      `range() makes at most ${run.limits.rangeLength} numbers: ask for fewer`,
    );
  return range;
}

function makeDict(run: Run, args: CallArguments): Dict {
  const dict = new Dict();
  const [source] = args.positional;
  if (args.positional.length > 1)
    throw run.fail('type', 'dict() takes one list of pairs and then names: dict(a=1, b=2)');
  if (source !== undefined) updateDict(run, dict, source);
  for (const [name, value] of args.named ?? []) dict.set(hashText(run, name), name, value);
  return dict;
}

function makeNamespace(run: Run, args: CallArguments): Namespace {
  const namespace = new Namespace();
  for (const [key, value] of makeDict(run, args).list())
    if (typeof key === 'string') namespace.entries.set(key, value);
  return namespace;
}

function makeCycler(run: Run, args: CallArguments): Value {
  const items = args.positional;
  if (items.length === 0)
    throw run.fail('type', "cycler() needs values to choose from: write for example cycler('odd', 'even')");
  let position = 0;
  const next = new Callable('next', () => {
    const item = items[position] ?? null;
    position = (position + 1) % items.length;
    return item;
  });
  const reset = new Callable('reset', () => {
    position = 0;
    return null;
  });
  return new Callable(
    'cycler',
    (inner) => {
      throw inner.fail('type', 'a cycler is used with .next()');
    },
    (_run, name) =>
      name === 'next' || name === '__next__'
        ? next
        : name === 'reset'
          ? reset
          : name === 'current'
            ? (items[position] ?? null)
            : undefined,
  );
}

function makeJoiner(_run: Run, args: CallArguments): Value {
  const separator = orElse(args.positional[0], () => orElse(args.named?.get('sep'), () => ', '));
  let used = false;
  return new Callable('joiner', () => {
    if (used) return separator;
    used = true;
    return '';
  });
}

/** Jinja2's global functions. */
export const builtinGlobals: readonly (readonly [string, Value])[] = [
  globalFunction('range', ['start', ['stop', null], ['step', 1]], makeRange),
  ['dict', new Callable('dict', makeDict)],
  ['namespace', new Callable('namespace', makeNamespace)],
  ['cycler', new Callable('cycler', makeCycler)],
  ['joiner', new Callable('joiner', makeJoiner)],
  globalFunction(
    'lipsum',
    [
      ['n', 5],
      ['html', true],
      ['min', 20],
      ['max', 100],
    ],
    lipsum,
  ),
];
