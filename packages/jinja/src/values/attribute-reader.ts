import { isDigits } from '../text/every-character.ts';
import { getItem } from './lookup.ts';
import { textOf } from './text-of.ts';
import { Undefined } from './value.ts';
import type { Run, Value } from './value.ts';

type ReadAttribute = (item: Value) => Value;

function partsOf(run: Run, path: string): readonly Value[] {
  run.charge(path.length);
  return path.split('.').map((part) => {
    return isDigits(part) ? Number(part) : part;
  });
}

/** Reads the attribute a filter names: a path with dots, whole numbers as places in a list. `fallback` replaces what is missing. */
export function attributeReader(run: Run, attribute: Value, fallback: Value = null): ReadAttribute {
  const path = textOf(attribute);
  const parts = path === undefined ? (attribute === null ? [] : [attribute]) : partsOf(run, path);
  return (item) => {
    let value = item;
    for (const part of parts) {
      run.step();
      value = getItem(run, value, part);
      if (fallback !== null && value instanceof Undefined) value = fallback;
    }
    return value;
  };
}

/** Readers of the attributes a text names with commas between them. */
export function attributesReaders(run: Run, attribute: Value): readonly ReadAttribute[] {
  const paths: readonly Value[] = textOf(attribute)?.split(',') ?? [attribute];
  return paths.map((path) => attributeReader(run, path));
}

/** Texts in lower case, so that an order or a comparison ignores case; other values as they are. */
export function ignoreCase(run: Run, value: Value): Value {
  const text = textOf(value);
  if (text !== undefined) {
    run.charge(text.length);
    return text.toLowerCase();
  }
  return value;
}
