import type { Run } from '../evaluate/run.ts';
import type { Value } from './value.ts';

/** The arguments of a call: by position, and by name where there are any. */
export interface CallArguments {
  readonly positional: readonly Value[];
  readonly named: ReadonlyMap<string, Value> | undefined;
}

/** A way to look up what belongs to an object that is not a dict. */
export type AttributeReader = (run: Run, name: string) => Value | undefined;

/** The only thing a template can call: a macro, a method, a function of ours or of the host. */
export class Callable {
  readonly kind = 'callable';
  readonly name: string;
  readonly call: (run: Run, args: CallArguments) => Value;
  readonly attribute: AttributeReader | undefined;
  /** How it prints; Jinja2 shows macros in its own way. */
  label: string | undefined;

  constructor(name: string, call: (run: Run, args: CallArguments) => Value, attribute?: AttributeReader) {
    this.label = undefined;
    this.name = name;
    this.call = call;
    this.attribute = attribute;
  }
}
