import { lookup } from 'node:dns';
import type { LookupAddress } from 'node:dns';

/** Finds all addresses of a name. */
export type Resolve = (name: string) => Promise<readonly LookupAddress[]>;

/** Where requests to addresses that people typed may go, besides the public internet. */
export interface OutboundRules {
  /** `host:port` as a URL writes them, lower case: these are called wherever they lead. */
  readonly allowed: ReadonlySet<string>;
  readonly resolve: Resolve;
}

/** By the machine's own resolver, hosts file included. */
export const resolveName: Resolve = (name) =>
  new Promise((resolve, reject) => {
    lookup(name, { all: true }, (cause, addresses) => (cause ? reject(cause) : resolve(addresses)));
  });

/** `host:port` of an address, the port of its protocol filled in. */
export const targetOf = ({ protocol, hostname, port }: URL): string =>
  `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`;
