import type { ScopeNames } from './analyse-scope.ts';
import type { Value } from '../values/value.ts';

/** The variables of one body while it runs, by the slot its CompileScope gave them; undefined until they are set. */
export class Scope {
  readonly slots: (Value | undefined)[];
  readonly parent: Scope | undefined;

  constructor(size: number, parent: Scope | undefined) {
    this.slots = emptySlots(size);
    this.parent = parent;
  }
}

/** Lists written out are much faster to make than ones that grow; most bodies set one or two names. */
function emptySlots(size: number): (Value | undefined)[] {
  if (size === 0) return [];
  if (size === 1) return [undefined];
  if (size === 2) return [undefined, undefined];
  const slots = [undefined, undefined, undefined];
  while (slots.length < size) slots.push(undefined);
  return slots;
}

/** Where a name lies: so many scopes outward, in that slot. */
export interface SlotPlace {
  readonly hops: number;
  readonly slot: number;
}

/** Where to look for a name, innermost first, and whether it may come from the context in the end. */
export interface NamePlaces {
  readonly slots: readonly SlotPlace[];
  readonly inContext: boolean;
}

/** The names a body assigns, known before it is compiled; Jinja2 scopes statically. */
export class CompileScope {
  private readonly slots = new Map<string, number>();
  private readonly names: ScopeNames;
  private readonly parent: CompileScope | undefined;

  constructor(names: ScopeNames, parent?: CompileScope) {
    this.names = names;
    this.parent = parent;
    for (const name of names.stored) this.slots.set(name, this.slots.size);
  }

  get size(): number {
    return this.slots.size;
  }

  /** The slot of a name assigned in this very body. */
  slot(name: string): number {
    const slot = this.slots.get(name);
    if (slot === undefined) throw new Error(`the name '${name}' was not collected for its scope`);
    return slot;
  }

  /** Every place a name may be found. */
  places(name: string): NamePlaces {
    const outer = this.parent?.places(name);
    const slots = (outer?.slots ?? []).map(({ hops, slot }) => ({ hops: hops + 1, slot }));
    const own = this.slots.get(name);
    if (own === undefined) return { slots, inContext: outer?.inContext ?? true };
    const isOwnAlone = this.names.storedFirst.has(name) && this.parent?.mentions(name) !== true;
    if (isOwnAlone) return { slots: [{ hops: 0, slot: own }], inContext: false };
    return { slots: [{ hops: 0, slot: own }, ...slots], inContext: outer?.inContext ?? true };
  }

  private mentions(name: string): boolean {
    return this.names.mentioned.has(name) || this.parent?.mentions(name) === true;
  }
}
