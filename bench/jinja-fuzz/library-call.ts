import { filterParameters, methodArguments, oddArguments, oddValues, testArguments } from './odd-values.ts';
import type { Chance } from './random.ts';

/** Calls of every filter, test and method with fitting and with unfitting values. */
export class LibraryCall {
  private readonly chance: Chance;

  constructor(chance: Chance) {
    this.chance = chance;
  }

  make(): string {
    const { chance } = this;
    const made = chance.pick([
      () => this.filter(),
      () => this.filter(),
      () => this.test(),
      () => this.method(),
    ])();
    return chance.happens(0.15) ? `{% autoescape true %}{{ ${made} }}{% endautoescape %}` : `{{ ${made} }}`;
  }

  /** A call whose result is shown whole, whatever it is. */
  private shown(call: string): string {
    return this.chance.pick([call, call, `${call}|list`, `${call}|string`, `[${call}]`, `${call}|pprint`]);
  }

  private value(): string {
    return `(${this.chance.pick(oddValues)})`;
  }

  private argument(): string {
    return this.chance.happens(0.8) ? this.chance.pick(oddArguments) : this.chance.pick(oddValues);
  }

  private filter(): string {
    const { chance } = this;
    const [name, ...parameters] = chance.pick(filterParameters);
    const positional = chance.number(parameters.length + 1);
    const args = Array.from({ length: positional }, () => this.argument());
    if ((name === 'map' || name.startsWith('select') || name.startsWith('reject')) && args.length > 0)
      args[args.length - 1] = this.byName(name);
    for (const parameter of parameters.slice(positional))
      if (chance.happens(0.4)) args.push(`${parameter}=${this.argument()}`);
    if (chance.happens(0.03)) args.push(`nope=${this.argument()}`);
    return this.shown(`${this.value()}|${name}${args.length === 0 ? '' : `(${args.join(', ')})`}`);
  }

  private byName(filter: string): string {
    const [name, count] = this.chance.pick(testArguments);
    if (filter !== 'map') return count === 0 ? `'${name}'` : `'${name}', ${this.argument()}`;
    const [other, ...parameters] = this.chance.pick(filterParameters);
    return parameters.length === 0 ? `'${other}'` : `'${other}', ${this.argument()}`;
  }

  private test(): string {
    const [name, count] = this.chance.pick(testArguments);
    const not = this.chance.happens(0.2) ? 'not ' : '';
    return `${this.value()} is ${not}${name}${count === 0 ? '' : `(${this.chance.pick(oddValues)})`}`;
  }

  private method(): string {
    const [name, most] = this.chance.pick(methodArguments);
    const count = this.chance.number(most + (this.chance.happens(0.1) ? 2 : 1));
    const args = Array.from({ length: Math.max(count, most > 0 && this.chance.happens(0.8) ? 1 : 0) }, () =>
      this.argument(),
    );
    return this.shown(`${this.value()}.${name}(${args.join(', ')})`);
  }
}
