import type { Value } from '../values/value.ts';

/** The variables of one body while it runs, by the slot its CompileScope gave them; undefined until they are set. */
export class Scope {
  readonly slots: (Value | undefined)[];
  readonly parent: Scope | undefined;

  constructor(size: number, parent: Scope | undefined) {
    this.slots = [];
    for (let slot = 0; slot < size; slot += 1) this.slots.push(undefined);
    this.parent = parent;
  }
}

/** Where a name lies: so many scopes outward, in that slot. */
export interface SlotPlace {
  readonly hops: number;
  readonly slot: number;
}

/** The names a body assigns, known before it is compiled; Jinja2 scopes statically. */
export class CompileScope {
  private readonly slots = new Map<string, number>();
  private readonly parent: CompileScope | undefined;

  constructor(names: Iterable<string>, parent?: CompileScope) {
    this.parent = parent;
    for (const name of names) if (!this.slots.has(name)) this.slots.set(name, this.slots.size);
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

  /** Every place a name may be found, innermost first. */
  places(name: string): readonly SlotPlace[] {
    const places: SlotPlace[] = [];
    const own = this.slots.get(name);
    if (own !== undefined) places.push({ hops: 0, slot: own });
    for (const outer of this.parent?.places(name) ?? [])
      places.push({ hops: outer.hops + 1, slot: outer.slot });
    return places;
  }
}
