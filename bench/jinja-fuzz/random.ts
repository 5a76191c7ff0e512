/** A seeded source of choices: the same seed makes the same templates. */
export interface Chance {
  /** A whole number from 0 up to `below`. */
  number(below: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** Whether something that happens so often (0 to 1) happens now. */
  happens(often: number): boolean;
}

export function makeChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296;
  };
  const number = (below: number): number => Math.floor(next() * below);
  return {
    number,
    pick: (items) => {
      const item = items[number(items.length)];
      if (item === undefined) throw new Error('there is nothing to pick from');
      return item;
    },
    happens: (often) => next() < often,
  };
}
