import { adopt } from '../values/adopt.ts';
import { HostLookup } from '../values/value.ts';

/** An object whose attributes are looked up by name when a template asks: `catalogs.Products`. Undefined where there is none. */
export function hostLookup(name: string, read: (key: string) => unknown): HostLookup {
  return new HostLookup(name, (run, key) => adopt(run, read(key)));
}
