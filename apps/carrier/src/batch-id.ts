import { randomBytes } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A 26-character id that sorts by time, in the shape Sinch gives its batches. */
export function createBatchId(now: number): string {
  let time = '';
  for (let left = now; time.length < 10; left = Math.floor(left / 32)) time = `${alphabet[left % 32]}${time}`;
  const random = Array.from(randomBytes(16), (byte) => alphabet[byte % 32]);
  return time + random.join('');
}
