import type { OutboundMessage } from '../provider.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/**
 * The `validity` of a message, to the second and with its zone: without one CM would read its own local time. CM keeps at it for
 * 24 hours by itself and for 48 at most (CM knowledge centre, "Validity period"). Clocks differ, so it is a minute ahead at least
 * and ends a minute before those 48 hours.
 */
export function validityOf(
  { expiresAt }: Pick<OutboundMessage, 'expiresAt'>,
  now: number,
): { readonly validity?: string } {
  if (expiresAt === null) return {};
  const end = Math.min(Math.max(expiresAt, now + minuteMs), now + 48 * hourMs - minuteMs);
  return { validity: `${new Date(end).toISOString().slice(0, 19).replace('T', ' ')} GMT` };
}
