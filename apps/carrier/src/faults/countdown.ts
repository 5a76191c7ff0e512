interface Counted<T> {
  readonly item: T;
  readonly times: number;
}

/** A line of things to happen, each so many times, one after another. */
export function createCountdown<T>() {
  let line: { readonly item: T; times: number }[] = [];

  return {
    /** The next thing to happen; null once the line is empty. */
    take(): T | null {
      const [first] = line;
      if (first === undefined) return null;
      first.times -= 1;
      if (first.times === 0) line.shift();
      return first.item;
    },
    add(more: readonly Counted<T>[]): void {
      line.push(...more.map((counted) => ({ ...counted })));
    },
    replace(all: readonly Counted<T>[]): void {
      line = all.map((counted) => ({ ...counted }));
    },
    left(): readonly Counted<T>[] {
      return line.map((counted) => ({ ...counted }));
    },
  };
}
