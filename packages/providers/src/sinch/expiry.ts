import type { OutboundMessage } from '../provider.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

type Expiring = Pick<OutboundMessage, 'expiresAt'>;

/** Messages of one key may share a request, which has one expiry for all: those that expire in the same minute. */
export const expiryKey = ({ expiresAt }: Expiring): string =>
  expiresAt === null ? '' : String(Math.floor(expiresAt / minuteMs));

/**
 * The `expire_at` of a request. Sinch takes a time after its own now and at most three days ahead, and takes three days where
 * none is given (SMS API reference, "Send"). Clocks differ: within a minute of either end its own limit is used.
 */
export const expireAtOf = (messages: readonly Expiring[], now: number): { readonly expire_at?: string } => {
  const [first, ...others] = messages;
  const key = first && expiryKey(first);
  if (others.some((message) => expiryKey(message) !== key))
    throw new Error('A batch has one expiry, this one has several.');
  const ends = messages.flatMap(({ expiresAt }) => (expiresAt === null ? [] : [expiresAt]));
  const end = Math.max(Math.min(...ends), now + minuteMs);
  return end > now + 3 * dayMs - minuteMs ? {} : { expire_at: new Date(end).toISOString() };
};
