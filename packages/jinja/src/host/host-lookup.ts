import { adopt } from '../values/adopt.ts';
import { HostLookup } from '../values/value.ts';
import { askHost } from './ask-host.ts';

/** An object whose attributes are looked up by name when a template asks: `catalogs.Products`. Undefined where there is none. */
export function hostLookup(name: string, read: (key: string) => unknown): HostLookup {
  return new HostLookup(name, (run, key) => {
    run.step();
    return adopt(
      run,
      askHost(run, () => read(key)),
    );
  });
}
