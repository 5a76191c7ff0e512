/** What the work below takes on the machine that the limits were set on, in ms of processor time. */
const usualMs = 5;

function work(): number {
  const words = new Map<string, number>();
  for (let index = 0; index < 60_000; index += 1) {
    const word = `w${(index * 7919) % 5003}`;
    words.set(word, (words.get(word) ?? 0) + 1);
  }
  return [...words.keys()].sort().length;
}

/** How many times slower this machine is just now than the one the limits were set on; 1 when it is as fast. */
export function machineSlowness(processorMs: (run: () => void) => number): number {
  const best = Math.min(...Array.from({ length: 5 }, () => processorMs(() => void work())));
  return Math.max(1, best / usualMs);
}
