import type { HostMoment } from './host-function.ts';

/** A value that is worked out when a template first asks for it, at most once per render; made by `hostValue`. */
export class HostValue {
  readonly read: (moment: HostMoment) => unknown;

  constructor(read: (moment: HostMoment) => unknown) {
    this.read = read;
  }
}

/** A value worked out only where a template needs it: a token, an address. Undefined where there is none; may throw a `HostRefusal`. */
export function hostValue(read: (moment: HostMoment) => unknown): unknown {
  return new HostValue(read);
}
