import { getRandomValues } from 'node:crypto';
import { v7 } from 'uuid';
import { idBytes, readId } from './id-bytes.ts';

// To ask for randomness costs far more than the rest of an id, however little is asked for: it is got for 256 ids at once. A view of it
// for each id would cost as much again.
const pool = new Uint8Array(16 * 256);
const random = new Uint8Array(16);
let used = pool.length;

const takeRandom = (): void => {
  if (used === pool.length) {
    getRandomValues(pool);
    used = 0;
  }
  for (let index = 0; index < random.length; index += 1) random[index] = pool[used + index] ?? 0;
  used += random.length;
};

let latest = { msecs: 0, seq: 0 };

// Of 31 bits.
const firstSeq = (): number => random.subarray(6, 10).reduce((number, byte) => number * 256 + byte, 0) >>> 1;

// Within a millisecond they are counted, from a random number on, so that later ones come later (RFC 9562, 6.2, method 1).
const nextMoment = (): typeof latest => {
  const msecs = Math.max(Date.now(), latest.msecs);
  if (msecs > latest.msecs) return { msecs, seq: firstSeq() };
  const seq = (latest.seq + 1) >>> 0;
  return seq === 0 ? { msecs: msecs + 1, seq } : { msecs, seq };
};

const bytes = new Uint8Array(idBytes);

/** A new UUIDv7: unique, and sorted by the time it was made. */
export const newId = (): string => {
  takeRandom();
  latest = nextMoment();
  v7({ random, ...latest }, bytes);
  return readId(bytes);
};
