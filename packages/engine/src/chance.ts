// FNV-1a over UTF-16 units.
const hash = (text: string): number => {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  return state;
};

/**
 * Numbers from 0 up to 1 that seem random and depend on `seed` alone (SplitMix32): what chance decides for a customer is
 * the same in preview, forecast and sending, and differs from customer to customer.
 */
export const createChance = (seed: string): (() => number) => {
  let state = hash(seed);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
};
