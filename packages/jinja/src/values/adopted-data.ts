import type { AdoptedObjects, Run, Value } from './value.ts';

/** Up to so many objects are found faster one by one than in a Map, which has to be built for every render. */
const fewObjects = 24;

function hasOwn(data: object, key: string): data is Readonly<Record<string, unknown>> {
  return Object.hasOwn(data, key);
}

/** The caller's objects that one render has made values of: the same object is the same value. Dicts read on from here. */
export class AdoptedData implements AdoptedObjects {
  private readonly run: Run;
  private readonly adopt: (run: Run, data: unknown) => Value | undefined;
  private readonly objects: object[] = [];
  private readonly values: Value[] = [];
  private index: Map<object, Value> | undefined;

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

  /** Of a plain object only its own keys: nothing inherited can be reached. */
  get(data: object, key: string): Value | undefined {
    if (data instanceof Map) return this.adopt(this.run, data.get(key));
    return hasOwn(data, key) ? this.adopt(this.run, data[key]) : undefined;
  }

  /** A Map keeps an order that an object does not: integer-like keys. */
  keys(data: object): readonly string[] {
    if (data instanceof Map) {
      this.run.charge(data.size);
      return [...data.keys()].filter((key) => typeof key === 'string');
    }
    const keys = Object.keys(data);
    this.run.charge(keys.length);
    return keys;
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
