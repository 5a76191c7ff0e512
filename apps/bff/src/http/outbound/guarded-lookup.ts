import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { callbackify } from 'node:util';
import { targetOf, type OutboundRules } from './outbound-rules.ts';
import { isPublicAddress } from './public-address.ts';

/** Ends a connection to a network that requests do not go to. */
export class BlockedTarget extends Error {
  override readonly name = 'BlockedTarget';
}

/** The host of a URL as a socket takes it: IPv6 addresses without their brackets. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');

/** Whether a URL names a closed address outright. A URL writes 0x7f.1, 017700000001 and 2130706433 as 127.0.0.1. */
export const isBlockedOutright = (url: URL, { allowed }: OutboundRules): boolean => {
  const host = hostOf(url);
  return isIP(host) !== 0 && !isPublicAddress(host) && !allowed.has(targetOf(url));
};

/**
 * Resolves the name of a connection and refuses when any of its addresses is closed. It is asked by the socket itself and the
 * socket connects to what it answers, so that a name cannot lead elsewhere in between.
 */
export const createGuardedLookup = (url: URL, { allowed, resolve }: OutboundRules): LookupFunction => {
  const find = callbackify(async (name: string): Promise<readonly LookupAddress[]> => {
    const addresses = await resolve(name);
    const isClosed = addresses.some(({ address }) => !isPublicAddress(address));
    if (isClosed && !allowed.has(targetOf(url))) throw new BlockedTarget(name);
    return addresses;
  });
  return (name, options, callback) => {
    find(name, (cause, addresses) => {
      if (cause) {
        callback(cause, '');
        return;
      }
      const wanted = addresses.filter(({ family }) => !options.family || family === options.family);
      const [first] = wanted;
      if (!first) callback(Object.assign(new Error(`${name} has no address`), { code: 'ENOTFOUND' }), '');
      else if (options.all === true) callback(null, wanted);
      else callback(null, first.address, first.family);
    });
  };
};
