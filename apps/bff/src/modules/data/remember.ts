/**
 * Keeps what was worked out for each key for so long; who asks while it is being worked out waits for the same. What failed
 * is not kept. Of more keys than `most` the oldest is forgotten.
 */
export const remember = <T>(
  workOut: (key: string) => Promise<T>,
  { milliseconds, most, now }: { milliseconds: number; most: number; now: () => number },
): ((key: string) => Promise<T>) => {
  const known = new Map<string, { readonly value: Promise<T>; readonly until: number }>();
  return (key) => {
    const old = known.get(key);
    if (old && now() < old.until) return old.value;
    const value = workOut(key);
    known.delete(key);
    known.set(key, { value, until: now() + milliseconds });
    value.catch(() => {
      if (known.get(key)?.value === value) known.delete(key);
    });
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return value;
  };
};
