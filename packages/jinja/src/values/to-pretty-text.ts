import { sortValues } from './sort-values.ts';
import { toRepr } from './to-repr.ts';
import { Dict, GroupTuple, Tuple, makeTuple } from './value.ts';
import type { Run, Value } from './value.ts';

const lineWidth = 80;

/** Dicts with their keys in order, all the way down: what Python's pprint shows. */
function ordered(run: Run, value: Value): Value {
  run.step();
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
  const entries = [...value.hashed()];
  const texts =
    entries.every(([, [key]]) => typeof key === 'string') ||
    entries.every(([, [key]]) => typeof key === 'number');
  const position = new Map(entries.map(([hash, [key]]) => [key, hash]));
  const keys = texts
    ? sortValues(
        run,
        entries.map(([, [key]]) => key),
        { key: (key) => key, reverse: false },
      )
    : entries.map(([, [key]]) => key);
  const sorted = new Dict();
  for (const key of keys) {
    const hash = position.get(key) ?? null;
    sorted.set(hash, key, ordered(run, value.get(hash) ?? null));
  }
  run.leave();
  return sorted;
}

interface Layout {
  readonly indent: number;
  /** Characters that follow on the last line: closing brackets and commas. */
  readonly reserved: number;
}

function lay(run: Run, value: Value, { indent, reserved }: Layout): string {
  const flat = toRepr(run, value);
  if (value instanceof GroupTuple || flat.length <= lineWidth - indent - reserved) return flat;
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
      lay(run, item, { indent: indent + 1 + shown.length, reserved: index === last ? reserved + 1 : 1 })
    );
  });
  return `{${lines.join(separator)}}`;
}

/** Python's pprint.pformat(): one line where it fits into 80 characters, else one item a line. */
export function toPrettyText(run: Run, value: Value): string {
  return lay(run, ordered(run, value), { indent: 0, reserved: 0 });
}
