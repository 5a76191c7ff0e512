const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const changeKeys = (whole: unknown, [key, ...rest]: readonly string[], value: unknown): unknown => {
  if (key === undefined) return value;
  if (Array.isArray(whole)) {
    const items: readonly unknown[] = whole;
    // The place after the last one is where a list grows.
    return items.toSpliced(Number(key), 1, changeKeys(items[Number(key)], rest, value));
  }
  if (!isRecord(whole))
    throw new Error(`There is nothing at “${key}” to change in ${JSON.stringify(whole)}.`);
  return { ...whole, [key]: changeKeys(whole[key], rest, value) };
};

/** A copy with another value at a dotted path; everything beside the path is shared with the original. */
export const changeAt = (whole: unknown, path: string, value: unknown): unknown =>
  changeKeys(whole, path.split('.'), value);
