import { getRandomValues } from 'node:crypto';
import { v7 } from 'uuid';

// To ask for randomness costs far more than the rest of an id, however little is asked for: it is got for 256 ids at once.
const pool = new Uint8Array(16 * 256);
let used = pool.length;

const takeRandom = (): Uint8Array => {
  if (used === pool.length) {
    getRandomValues(pool);
    used = 0;
  }
  used += 16;
  return pool.subarray(used - 16, used);
};

let latest = { msecs: 0, seq: 0 };

// Within a millisecond they are counted, from a random number on, so that later ones come later (RFC 9562, 6.2, method 1).
const nextMoment = (random: Uint8Array): typeof latest => {
  const msecs = Math.max(Date.now(), latest.msecs);
  if (msecs > latest.msecs)
    return { msecs, seq: new DataView(random.buffer, random.byteOffset).getUint32(6) >>> 1 };
  const seq = (latest.seq + 1) >>> 0;
  return seq === 0 ? { msecs: msecs + 1, seq } : { msecs, seq };
};

/** A new UUIDv7: unique, and sorted by the time it was made. */
export const newId = (): string => {
  const random = takeRandom();
  latest = nextMoment(random);
  return v7({ random, ...latest });
};
