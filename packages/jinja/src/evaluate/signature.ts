import { describeType } from '../values/describe-type.ts';
import { integerOf } from '../values/numbers.ts';
import { isTruthy } from '../values/is-truthy.ts';
import { toText } from '../values/to-text.ts';
import type { CallArguments, Run, Value } from '../values/value.ts';

/** A filter, test, method or function: its parameters in order, with defaults where they may be left out. */
export interface Builtin {
  readonly name: string;
  readonly parameters: readonly BuiltinParameter[];
  /** Takes whatever else is given; `bind` is then not used. */
  readonly variadic: boolean;
  readonly call: (run: Run, args: Bound, given: CallArguments) => Value;
  /** The same for arguments known to fit: the first, and the others. */
  readonly apply?: Apply;
}

type Apply = (run: Run, value: Value, rest: readonly Value[]) => Value;

export interface BuiltinParameter {
  readonly name: string;
  /** Absent: must be given. */
  readonly fallback?: Value;
}

type Body = (run: Run, args: Bound, given: CallArguments) => Value;

/** Declares a builtin; required parameters by name, optional ones with their default, in order. */
export function builtin(
  name: string,
  parameters: readonly (string | readonly [string, Value])[],
  call: Body,
): readonly [string, Builtin] {
  const declared = parameters.map((parameter): BuiltinParameter =>
    typeof parameter === 'string' ? { name: parameter } : { name: parameter[0], fallback: parameter[1] },
  );
  return [name, { name, parameters: declared, variadic: false, call }];
}

/** Declares a builtin that works on values of any type; one that messages use all the time is faster like this. */
export function valueBuiltin(
  name: string,
  parameters: readonly (string | readonly [string, Value])[],
  apply: Apply,
): readonly [string, Builtin] {
  const [, declared] = builtin(name, parameters, (run, args) =>
    apply(run, args.value(0), args.values.slice(1)),
  );
  return [name, { ...declared, apply }];
}

/** Declares a builtin that reads its arguments itself. */
export function variadicBuiltin(name: string, call: Body): readonly [string, Builtin] {
  return [name, { name, parameters: [], variadic: true, call }];
}

/** Calls a builtin, its arguments checked against its parameters. */
export function callBuiltin(run: Run, target: Builtin, given: CallArguments): Value {
  return target.call(
    run,
    target.variadic ? new Bound(run, target.name, []) : bind(run, target, given),
    given,
  );
}

function bind(run: Run, target: Builtin, given: CallArguments): Bound {
  const { parameters } = target;
  if (given.positional.length > parameters.length) {
    throw run.fail(
      'type',
      `'${target.name}' takes at most ${parameters.length} ${parameters.length === 1 ? 'value' : 'values'}, but ${given.positional.length} were given: remove the last ones`,
    );
  }
  const values: Value[] = [...given.positional];
  for (let index = values.length; index < parameters.length; index += 1) {
    const parameter = parameters[index];
    const named = parameter === undefined ? undefined : given.named?.get(parameter.name);
    const value = named ?? (given.named?.has(parameter?.name ?? '') === true ? null : parameter?.fallback);
    if (value === undefined)
      throw run.fail(
        'type',
        `'${target.name}' needs a value for '${parameter?.name ?? ''}': write it in the brackets after the name`,
      );
    values.push(value);
  }
  if (given.named !== undefined) refuseUnknown(run, target, given);
  return new Bound(run, target.name, values);
}

function refuseUnknown(run: Run, target: Builtin, given: CallArguments): void {
  for (const name of given.named?.keys() ?? []) {
    const position = target.parameters.findIndex((parameter) => parameter.name === name);
    if (position === -1) {
      const known = target.parameters.map((parameter) => parameter.name).join(', ');
      throw run.fail(
        'type',
        `'${target.name}' has no setting '${name}'${known === '' ? ': remove it' : `: it knows ${known}`}`,
      );
    }
    if (position < given.positional.length)
      throw run.fail('type', `'${target.name}' was given '${name}' twice: remove one`);
  }
}

/** Checked arguments, read by position and type. */
export class Bound {
  readonly values: readonly Value[];
  private readonly run: Run;
  private readonly name: string;

  constructor(run: Run, name: string, values: readonly Value[]) {
    this.run = run;
    this.name = name;
    this.values = values;
  }

  value(index: number): Value {
    return this.values[index] ?? null;
  }

  /** The argument as text: Python's str(). */
  text(index: number): string {
    const value = this.values[index] ?? null;
    return typeof value === 'string' ? value : toText(this.run, value);
  }

  /** The argument where only text will do. */
  string(index: number): string {
    const value = this.values[index] ?? null;
    if (typeof value === 'string') return value;
    if (value !== null && typeof value === 'object' && !Array.isArray(value) && value.kind === 'markup')
      return value.text;
    throw this.run.fail(
      'type',
      `'${this.name}' needs a text, but was given ${describeType(value)}: convert it with |string`,
    );
  }

  integer(index: number): number {
    const integer = integerOf(this.values[index] ?? null);
    if (integer === undefined)
      throw this.run.fail(
        'type',
        `'${this.name}' needs a whole number, but was given ${describeType(this.values[index] ?? null)}: convert it with |int`,
      );
    return Number(integer);
  }

  flag(index: number): boolean {
    return isTruthy(this.run, this.values[index] ?? null);
  }
}
