import { codeLength } from './code-points.ts';
import { numberOf } from './numbers.ts';
import { prettyString } from './pretty-string.ts';
import { sortValues } from './sort-values.ts';
import { textOf } from './text-of.ts';
import { toRepr } from './to-repr.ts';
import { Dict, GroupTuple, Tuple, makeTuple } from './value.ts';
import type { Run, Value } from './value.ts';

const lineWidth = 80;
/** What it costs to put a dict in order, and an entry of it, in characters. */
const dictCost = 300;
const entryCost = 20;

/** Dicts with their keys in order, all the way down: what Python's pprint shows. */
function ordered(run: Run, value: Value): Value {
  run.step();
  // A text is quoted whole, by line and by word.
  if (typeof value === 'string') run.charge(value.length * 50);
  // Jinja2 gives its groups a plain repr, which pprint does not look into.
  if (value instanceof GroupTuple) return value;
  if (Array.isArray(value)) {
    run.enter();
    const items = value.map((item) => ordered(run, item));
    run.leave();
    return value instanceof Tuple ? makeTuple(items) : items;
  }
  if (!(value instanceof Dict)) return value;
  run.enter();
  run.charge(dictCost + value.size * entryCost);
  const entries = [...value.hashed()];
  const position = new Map(entries.map(([hash, [key]]) => [key, hash]));
  const keys = sortedKeys(
    run,
    entries.map(([, [key]]) => key),
  );
  const sorted = new Dict();
  for (const key of keys) {
    const hash = position.get(key) ?? null;
    sorted.set(hash, key, ordered(run, value.get(hash) ?? null));
  }
  run.leave();
  return sorted;
}

/** Keys of different types come in the order of Python's names of the types: NoneType, int, str, tuple. */
const keyKinds: readonly ((key: Value) => boolean)[] = [
  (key) => key === null,
  (key) => numberOf(key) !== undefined,
  (key) => textOf(key) !== undefined,
  (key) => key instanceof Tuple,
  () => true,
];

function sortedKeys(run: Run, keys: readonly Value[]): readonly Value[] {
  const kindOf = (key: Value): number => keyKinds.findIndex((isKind) => isKind(key));
  return keyKinds.flatMap((_, kind) => {
    const alike = keys.filter((key) => kindOf(key) === kind);
    return kind === keyKinds.length - 1
      ? alike
      : sortValues(run, alike, { key: (key) => key, reverse: false });
  });
}

interface Layout {
  readonly indent: number;
  /** Characters that follow on the last line: closing brackets and commas. */
  readonly reserved: number;
  readonly isAlone?: boolean;
}

function lay(run: Run, value: Value, { indent, reserved, isAlone = false }: Layout): string {
  const flat = toRepr(run, value);
  if (value instanceof GroupTuple || codeLength(flat) <= lineWidth - indent - reserved) return flat;
  if (typeof value === 'string')
    return prettyString(run, value, { indent, reserved, width: lineWidth, isAlone });
  run.enter();
  const text = layParts(run, value, { indent, reserved }) ?? flat;
  run.leave();
  run.charge(text.length);
  return text;
}

function layParts(run: Run, value: Value, { indent, reserved }: Layout): string | undefined {
  const separator = `,\n${' '.repeat(indent + 1)}`;
  if (Array.isArray(value)) {
    const [open, close] = value instanceof Tuple ? ['(', value.length === 1 ? ',)' : ')'] : ['[', ']'];
    const last = value.length - 1;
    return (
      open +
      value
        .map((item, index) =>
          lay(run, item, { indent: indent + 1, reserved: index === last ? reserved + close.length : 1 }),
        )
        .join(separator) +
      close
    );
  }
  if (!(value instanceof Dict)) return undefined;
  const entries = [...value.list()];
  const last = entries.length - 1;
  const lines = entries.map(([key, item], index) => {
    const shown = `${toRepr(run, key)}: `;
    return (
      shown +
      lay(run, item, { indent: indent + 1 + codeLength(shown), reserved: index === last ? reserved + 1 : 1 })
    );
  });
  return `{${lines.join(separator)}}`;
}

/** Python's pprint.pformat(): one line where it fits into 80 characters, else one item a line. */
export function toPrettyText(run: Run, value: Value): string {
  return lay(run, ordered(run, value), { indent: 0, reserved: 0, isAlone: true });
}
