import type { Limits } from '../limits.ts';
import type { Span, TemplateErrorCode } from '../template-error.ts';
import { TemplateFailure } from '../template-error.ts';
import { seededRandom } from '../seeded-random.ts';
import type { AdoptedData } from '../values/adopted-data.ts';
import { adopt, isPlainObject } from '../values/adopt.ts';
import { readKey, readKeys, unreadable } from '../values/read-data.ts';
import type { HostFunction } from '../host/host-function.ts';
import type { Library } from './library.ts';
import { callBuiltin } from './signature.ts';
import { Undefined } from '../values/value.ts';
import type { CallArguments, ContextVariable, Run, Value } from '../values/value.ts';

const beginning: Span = { start: 0, end: 0 };

/** What a render may depend on besides its data. */
export interface RunOptions {
  /** The moment `time` and date filters use, in milliseconds since 1970; 0 when left out. */
  readonly now?: number;
  /** IANA name of the time zone dates are shown in; UTC when left out. */
  readonly timeZone?: string;
  /** Numbers from 0 up to 1 for the random filter; the same sequence in every render when left out. */
  readonly random?: () => number;
  /** Budgets that replace the template's. */
  readonly limits?: Partial<Limits>;
}

const noOptions: RunOptions = {};

/** Whether a context can be read the short way; a Proxy that fails to say cannot. */
function isPlainContext(context: object): boolean {
  try {
    return isPlainObject(context);
  } catch {
    return false;
  }
}

/** One render in progress: its output, its budgets and the place it has reached. */
export class Render implements Run {
  output = '';
  steps = 0;
  /** The place of the operation that was begun last; a failure is reported there. */
  at: Span = beginning;
  autoescape = false;
  readonly limits: Limits;
  private readonly library: Library;
  private readonly options: RunOptions;
  private chance: (() => number) | undefined;
  /** Values made from the caller's objects, so that the same object is the same value. */
  adopted: AdoptedData | undefined;
  /** Whether data must be read the long way: the template has changed its copy of a dict, or the context is no plain object. */
  hasChangedData: boolean;
  /** The two variables that `peek` read last: most messages read the customer and the event, by turns. */
  private ownerVariable: ContextVariable | undefined;
  private owner: Readonly<Record<string, unknown>> | undefined;
  private otherVariable: ContextVariable | undefined;
  private otherOwner: Readonly<Record<string, unknown>> | undefined;
  private readonly context: Readonly<Record<string, unknown>>;
  private units = 0;
  private depth = 0;

  constructor(
    context: Readonly<Record<string, unknown>>,
    template: { readonly library: Library; readonly limits: Limits },
    options: RunOptions = noOptions,
  ) {
    const limits = options.limits === undefined ? template.limits : { ...template.limits, ...options.limits };
    this.context = context;
    // What the context inherits is never read, so that `peek` need not look at its prototype each time.
    this.hasChangedData = !isPlainContext(context);
    this.library = template.library;
    this.limits = limits;
    this.options = options;
  }

  get now(): number {
    return this.options.now ?? 0;
  }

  get timeZone(): string {
    return this.options.timeZone ?? 'UTC';
  }

  /** A failure at the current place, to be thrown. */
  fail(code: TemplateErrorCode, message: string): TemplateFailure {
    return new TemplateFailure(code, message, this.at);
  }

  /** Counts a loop turn, a call, a filter or an element. */
  step(): void {
    this.steps += 1;
    if (this.steps > this.limits.steps)
      throw this.fail(
        'too_many_steps',
        `this template does more than ${this.limits.steps} steps: use shorter lists or fewer loops inside loops`,
      );
  }

  /** Counts characters or items that are about to be built or scanned. */
  charge(units: number): void {
    if (units > 0) this.units += units;
    // A size that is no number must not switch the budget off.
    if (this.units > this.limits.units || Number.isNaN(units))
      throw this.fail(
        'too_much_memory',
        'this template builds texts or lists that are too long: work with shorter texts or fewer items',
      );
  }

  /** Counts an integer by its width; refuses one that is too wide. */
  countInteger(integer: bigint): void {
    const bits = integer.toString(16).length * 4;
    if (bits > this.limits.integerBits)
      throw this.fail(
        'number_too_big',
        `this number has more than ${this.limits.integerBits} binary digits: use a smaller one, or give it as a text`,
      );
    this.charge(bits);
  }

  /** Goes one level deeper into calls or data; `leave` goes back. */
  enter(): void {
    this.depth += 1;
    if (this.depth > this.limits.depth)
      throw this.fail(
        'too_deep',
        `this is nested more than ${this.limits.depth} levels deep: use data with fewer levels, and see that nothing contains or calls itself`,
      );
  }

  leave(): void {
    this.depth -= 1;
  }

  write(before: string, text: string): void {
    if (this.output.length + before.length + text.length > this.limits.outputLength) {
      throw this.fail(
        'output_too_long',
        `the text gets longer than ${this.limits.outputLength} characters: shorten it, or show fewer items`,
      );
    }
    this.output = this.output + before + text;
  }

  /** Runs a body and returns what it wrote instead of sending it on. */
  capture(body: () => void): string {
    const before = this.output;
    this.output = '';
    try {
      body();
      this.charge(this.output.length);
      return this.output;
    } finally {
      this.output = before;
    }
  }

  /** A variable of the context, else a global; undefined where there is none. */
  variable(name: string): Value {
    const data = readKey(this, this.context, name);
    const value = typeof data === 'string' ? data : adopt(this, data);
    if (value !== undefined) return value;
    return this.library.globals.get(name) ?? (name === 'time' ? this.time() : new Undefined(name));
  }

  /**
   * The read nearly every output makes, `customer.first_name`, without a value for what lies between; else undefined.
   * For names no object inherits, and on plain objects, what is found is the object's own.
   */
  peek(variable: ContextVariable, key: string): Value | undefined {
    if (variable !== this.ownerVariable) this.turnTo(variable);
    const { owner } = this;
    if (owner === undefined || this.hasChangedData) return undefined;
    let value: unknown;
    try {
      value = owner[key];
    } catch (error) {
      throw unreadable(this, error);
    }
    return typeof value === 'string' ? value : adopt(this, value);
  }

  private turnTo(variable: ContextVariable): void {
    const { owner, ownerVariable } = this;
    if (variable === this.otherVariable) {
      this.owner = this.otherOwner;
    } else {
      this.owner = this.plainVariable(variable.name);
    }
    this.ownerVariable = variable;
    this.otherOwner = owner;
    this.otherVariable = ownerVariable;
  }

  private plainVariable(name: string): Readonly<Record<string, unknown>> | undefined {
    try {
      const found = this.context[name];
      return isPlainObject(found) ? found : undefined;
    } catch (error) {
      throw unreadable(this, error);
    }
  }

  /** A number from 0 up to 1. */
  random(): number {
    this.chance ??= this.options.random ?? seededRandom(1);
    return this.chance();
  }

  /** The names a variable could have been meant to be, for suggestions. */
  variableNames(): readonly string[] {
    return [...readKeys(this, this.context), ...this.library.globals.keys()];
  }

  find(kind: 'filter' | 'test', name: string): ((args: CallArguments) => Value) | undefined {
    const found = (kind === 'filter' ? this.library.filters : this.library.tests).get(name);
    return found === undefined ? undefined : (args) => callBuiltin(this, found, args);
  }

  names(kind: 'filter' | 'test'): Iterable<string> {
    return (kind === 'filter' ? this.library.filters : this.library.tests).keys();
  }

  hostValue(target: HostFunction): Value {
    return this.library.callHost(target);
  }

  private time(): Value {
    return Math.floor(this.now / 1000);
  }
}
