import { readKey, readKeys } from './read-data.ts';
import type { AdoptedObjects, Run, Value } from './value.ts';

/** Up to so many objects are found faster one by one than in a Map, which has to be built for every render. */
const fewObjects = 24;

/** What an entry costs when a dict of the caller's is listed, in characters. */
const entryCost = 20;

/** The caller's objects that one render has made values of: the same object is the same value. Dicts read on from here. */
export class AdoptedData implements AdoptedObjects {
  private readonly run: Run;
  private readonly adopt: (run: Run, data: unknown) => Value | undefined;
  private readonly objects: object[] = [];
  private readonly values: Value[] = [];
  private index: Map<object, Value> | undefined;
  /** Host values that turned out to be nothing. */
  private readonly nothing: object[] = [];

  constructor(run: Run, adopt: (run: Run, data: unknown) => Value | undefined) {
    this.run = run;
    this.adopt = adopt;
  }

  find(data: object): Value | undefined {
    if (this.index !== undefined) return this.index.get(data);
    const place = this.objects.indexOf(data);
    return place === -1 ? undefined : this.values[place];
  }

  add(data: object, value: Value): void {
    if (this.index === undefined && this.objects.length < fewObjects) {
      this.objects.push(data);
      this.values.push(value);
    } else {
      this.index ??= this.indexed();
      this.index.set(data, value);
    }
  }

  get(data: object, key: string): Value | undefined {
    return this.adopt(this.run, readKey(this.run, data, key));
  }

  keys(data: object): readonly string[] {
    const keys = readKeys(this.run, data);
    this.run.charge(keys.length * entryCost);
    return keys;
  }

  isNothing(data: object): boolean {
    return this.nothing.includes(data);
  }

  addNothing(data: object): void {
    this.nothing.push(data);
  }

  changed(): void {
    this.run.hasChangedData = true;
  }

  private indexed(): Map<object, Value> {
    const index = new Map<object, Value>();
    this.objects.forEach((data, place) => index.set(data, this.values[place] ?? null));
    return index;
  }
}
