import { randomBytes } from 'node:crypto';

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

/** So many random letters and digits, which cost one unit each and end no link. */
export const randomLetters = (length: number): string => {
  let text = '';
  while (text.length < length) {
    const byte = nextByte();
    if (byte < fair) text += letters[byte % letters.length];
  }
  return text;
};
