import { compare } from './compare.ts';
import { equals } from './equals.ts';
import type { Run, Value } from './value.ts';

export interface SortOrder {
  readonly key: (item: Value) => Value;
  readonly reverse: boolean;
  /** Whether keys that are equal need no order: Python compares lists of keys that way. */
  readonly equalFirst?: boolean;
}

/** Python's sorted(): stable, also in reverse; a failure where two keys have no order. */
export function sortValues(
  run: Run,
  items: readonly Value[],
  { key, reverse, equalFirst = false }: SortOrder,
): Value[] {
  run.charge(items.length);
  const keyed = items.map((item) => ({ item, key: key(item) }));
  keyed.sort((left, right) => {
    run.step();
    if (equalFirst && equals(run, left.key, right.key)) return 0;
    const order = compare(run, left.key, right.key);
    if (Number.isNaN(order)) return 0;
    return reverse ? -order : order;
  });
  return keyed.map(({ item }) => item);
}
