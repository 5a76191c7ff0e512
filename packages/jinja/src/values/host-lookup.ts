import type { Run } from '../evaluate/run.ts';
import type { Value } from './value.ts';

/** An object of the host whose attributes are looked up by name when a template asks for them. */
export class HostLookup {
  readonly kind = 'lookup';
  readonly name: string;
  readonly read: (run: Run, key: string) => Value | undefined;

  constructor(name: string, read: (run: Run, key: string) => Value | undefined) {
    this.name = name;
    this.read = read;
  }
}
