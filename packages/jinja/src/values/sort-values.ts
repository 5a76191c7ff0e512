import type { Run } from '../evaluate/run.ts';
import { compare } from './compare.ts';
import type { Value } from './value.ts';

export interface SortOrder {
  readonly key: (item: Value) => Value;
  readonly reverse: boolean;
}

/** Python's sorted(): stable, also in reverse; a failure where two keys have no order. */
export function sortValues(run: Run, items: readonly Value[], { key, reverse }: SortOrder): Value[] {
  run.charge(items.length);
  const keyed = items.map((item) => ({ item, key: key(item) }));
  keyed.sort((left, right) => {
    run.step();
    const order = compare(run, left.key, right.key);
    if (Number.isNaN(order)) return 0;
    return reverse ? -order : order;
  });
  return keyed.map(({ item }) => item);
}
