import { variadicBuiltin } from '../evaluate/signature.ts';
import type { Builtin } from '../evaluate/signature.ts';
import { closestName } from '../closest-name.ts';
import { attributeReader } from '../values/attribute-reader.ts';
import { isTruthy } from '../values/is-truthy.ts';
import { iterate, walk } from '../values/iterate.ts';
import { textOf } from '../values/text-of.ts';
import { Stream } from '../values/value.ts';
import type { CallArguments, Run, Value } from '../values/value.ts';

type Use = (args: CallArguments) => Value;

function findByName(run: Run, kind: 'filter' | 'test', name: Value): Use {
  const text = textOf(name);
  const found = text === undefined ? undefined : run.find(kind, text);
  if (found !== undefined) return found;
  const close = text === undefined ? undefined : closestName(text, run.names(kind));
  const fix = close === undefined ? '' : `: did you mean '${close}'?`;
  throw run.fail(
    kind === 'filter' ? 'unknown_filter' : 'unknown_test',
    `unknown ${kind} '${text ?? ''}'${fix}`,
  );
}

/** A stream whose work starts when it is first asked, like Python's generators; an empty or missing value gives none. */
function lazily(
  run: Run,
  label: string,
  { value, begin }: { readonly value: Value; readonly begin: () => (item: Value) => Value | undefined },
): Stream {
  function* generate(): Generator<Value> {
    if (!isTruthy(run, value)) return;
    const change = begin();
    for (const item of walk(run, value)) {
      const result = change(item);
      if (result !== undefined) yield result;
    }
  }
  return new Stream(label, generate(), value);
}

function map(run: Run, given: CallArguments): Value {
  const [value = null, name, ...rest] = given.positional;
  const begin = (): ((item: Value) => Value) => {
    const attribute = given.named?.get('attribute');
    if (name === undefined && attribute !== undefined) {
      for (const other of given.named?.keys() ?? [])
        if (other !== 'attribute' && other !== 'default')
          throw run.fail('value', `'map' has no setting '${other}': it knows attribute and default`);
      return attributeReader(run, attribute, given.named?.get('default') ?? null);
    }
    if (name === undefined) throw run.fail('value', "'map' needs the name of a filter, or attribute='...'");
    const filter = findByName(run, 'filter', name);
    return (item) => filter({ positional: [item, ...rest], named: given.named });
  };
  return lazily(run, 'map', { value, begin });
}

interface Selection {
  readonly byAttribute: boolean;
  readonly keeps: boolean;
}

function select(name: string, { byAttribute, keeps }: Selection): readonly [string, Builtin] {
  return variadicBuiltin(name, (run, _args, given) => {
    const [value = null, ...rest] = given.positional;
    const begin = (): ((item: Value) => Value | undefined) => {
      const attribute = byAttribute ? rest.shift() : undefined;
      if (byAttribute && attribute === undefined)
        throw run.fail(
          'value',
          `'${name}' needs the name of an attribute: write for example ${name}('price')`,
        );
      const read = attribute === undefined ? (item: Value): Value => item : attributeReader(run, attribute);
      const test = rest.shift();
      const builtinTest = test === undefined ? undefined : findByName(run, 'test', test);
      return (item) => {
        const tested = read(item);
        const result =
          builtinTest === undefined
            ? tested
            : builtinTest({ positional: [tested, ...rest], named: given.named });
        return isTruthy(run, result) === keeps ? item : undefined;
      };
    };
    // Without items there is nothing to test, whatever the test is.
    if (!isTruthy(run, value)) return new Stream(name, iterate(run, []).values());
    return lazily(run, name, { value, begin });
  });
}

export const selectFilters: readonly (readonly [string, Builtin])[] = [
  variadicBuiltin('map', (run, _args, given) => map(run, given)),
  select('select', { byAttribute: false, keeps: true }),
  select('reject', { byAttribute: false, keeps: false }),
  select('selectattr', { byAttribute: true, keeps: true }),
  select('rejectattr', { byAttribute: true, keeps: false }),
];
