import { randomBytes } from 'node:crypto';
import { slugLength } from '@curlew/engine';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
// The largest multiple of the alphabet's size that a byte holds: bytes beyond would make the first letters likelier.
const fair = 248;

let pool = Buffer.alloc(0);
let next = 0;

const nextByte = (): number => {
  if (next >= pool.length) {
    pool = randomBytes(4_096);
    next = 0;
  }
  next += 1;
  return pool[next - 1] ?? 0;
};

/** A random slug: 62 to the power of 8 are too many to be guessed, or to meet twice. */
export const newSlug = (): string => {
  let slug = '';
  while (slug.length < slugLength) {
    const byte = nextByte();
    if (byte < fair) slug += letters[byte % letters.length];
  }
  return slug;
};
