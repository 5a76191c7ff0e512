import type { Limits } from '../limits.ts';
import type { Span, TemplateErrorCode } from '../template-error.ts';
import { TemplateFailure } from '../template-error.ts';
import { adopt } from '../values/adopt.ts';
import type { Value } from '../values/value.ts';
import { Undefined } from '../values/value.ts';
import type { Library } from './library.ts';

/** What one render is given. */
export interface RunInput {
  readonly context: Readonly<Record<string, unknown>>;
  readonly library: Library;
  readonly limits: Limits;
  readonly now: number;
  readonly timeZone: string;
  readonly random: () => number;
}

/** One render in progress: its output, its budgets and the place it has reached. */
export class Run {
  output = '';
  steps = 0;
  /** The place of the operation that was begun last; a failure is reported there. */
  at: Span = { start: 0, end: 0 };
  autoescape = false;
  readonly library: Library;
  readonly limits: Limits;
  readonly now: number;
  readonly timeZone: string;
  readonly random: () => number;
  /** Values made from the caller's objects, so that the same object is the same value. */
  readonly adopted = new Map<object, Value>();
  private readonly context: Readonly<Record<string, unknown>>;
  private readonly maxSteps: number;
  private units = 0;
  private depth = 0;
  private written = 0;

  constructor(input: RunInput) {
    this.context = input.context;
    this.library = input.library;
    this.limits = input.limits;
    this.maxSteps = input.limits.steps;
    this.now = input.now;
    this.timeZone = input.timeZone;
    this.random = input.random;
  }

  /** A failure at the current place, to be thrown. */
  fail(code: TemplateErrorCode, message: string): TemplateFailure {
    return new TemplateFailure(code, message, this.at);
  }

  /** Counts a loop turn, a call, a filter or an element. */
  step(): void {
    this.steps += 1;
    if (this.steps > this.maxSteps)
      throw this.fail(
        'too_many_steps',
        `this template does more than ${this.maxSteps} steps: use shorter lists or fewer loops inside loops`,
      );
  }

  /** Counts characters or items that are about to be built or scanned. */
  charge(units: number): void {
    this.units += units;
    if (this.units > this.limits.units)
      throw this.fail('too_much_memory', 'this template builds texts or lists that are too long');
  }

  /** Counts an integer by its width; refuses one that is too wide. */
  countInteger(integer: bigint): void {
    const bits = integer.toString(16).length * 4;
    if (bits > this.limits.integerBits)
      throw this.fail('number_too_big', `this number has more than ${this.limits.integerBits} bits`);
    this.charge(bits);
  }

  /** Goes one level deeper into calls or data; `leave` goes back. */
  enter(): void {
    this.depth += 1;
    if (this.depth > this.limits.depth)
      throw this.fail(
        'too_deep',
        `nested more than ${this.limits.depth} levels deep: does something contain or call itself?`,
      );
  }

  leave(): void {
    this.depth -= 1;
  }

  write(text: string): void {
    this.written += text.length;
    if (
      this.written > this.limits.outputLength &&
      this.output.length + text.length > this.limits.outputLength
    ) {
      throw this.fail('output_too_long', `the text gets longer than ${this.limits.outputLength} characters`);
    }
    this.output += text;
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
    if (Object.hasOwn(this.context, name)) {
      const data = this.context[name];
      if (typeof data === 'string') return data;
      const value = adopt(this, data);
      if (value !== undefined) return value;
    }
    return this.library.globals.get(name) ?? (name === 'time' ? this.time() : new Undefined(name));
  }

  /** The names a variable could have been meant to be, for suggestions. */
  variableNames(): readonly string[] {
    return [...Object.keys(this.context), ...this.library.globals.keys()];
  }

  private time(): Value {
    return Math.floor(this.now / 1000);
  }
}
