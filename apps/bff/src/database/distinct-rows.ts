/** Rows that are alike, once each, and for every row of before the place of its own among them, counted from 1. */
export interface DistinctRows<T> {
  readonly rows: readonly T[];
  readonly places: readonly number[];
}

const isSame = (one: unknown, other: unknown): boolean => one === other;

/**
 * What differs of many rows: a statement that gets each of it once, and joins it by its place (`unnest(...) WITH ORDINALITY`), has far
 * less to read than one that gets it with every row. Of rows with one key one is kept; a row that `isAlike` says is like the one
 * before it needs no key, which is a text to be made and looked for.
 */
export const distinctRows = <T>(
  all: readonly T[],
  keyOf: (row: T) => string,
  isAlike: (one: T, other: T) => boolean = isSame,
): DistinctRows<T> => {
  const known = new Map<string, number>();
  const rows: T[] = [];
  let last: { readonly row: T; readonly place: number } | undefined;
  const places = all.map((row) => {
    if (last && isAlike(last.row, row)) return last.place;
    const key = keyOf(row);
    const place = known.get(key) ?? rows.push(row);
    known.set(key, place);
    last = { row, place };
    return place;
  });
  return { rows, places };
};
