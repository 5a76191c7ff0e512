import type { Bound, Builtin } from '../evaluate/signature.ts';
import { callBuiltin } from '../evaluate/signature.ts';
import { adopt } from '../values/adopt.ts';
import { numberOf } from '../values/numbers.ts';
import { describeType } from '../values/describe-type.ts';
import { textOf } from '../values/text-of.ts';
import { toText } from '../values/to-text.ts';
import { undefinedFailure } from '../values/undefined-failure.ts';
import type { HostFunction, HostParameterType } from './host-function.ts';
import { askHost } from './ask-host.ts';
import { toHostData } from './to-host-data.ts';
import { Callable, Undefined } from '../values/value.ts';
import type { Run, Value } from '../values/value.ts';

/** Stands for an argument that was left out. */
const leftOut = new Undefined('argument');

interface HostArgument {
  readonly function: string;
  readonly parameter: string;
  readonly type: HostParameterType;
}

function convert(run: Run, value: Value, { function: name, parameter, type }: HostArgument): unknown {
  if (value === leftOut) return undefined;
  if (value instanceof Undefined) throw undefinedFailure(run, value);
  const refuse = (wanted: string): Error =>
    run.fail('type', `'${parameter}' of '${name}' must be ${wanted}, but is ${describeType(value)}`);
  switch (type) {
    case 'text':
    case 'text?': {
      // Ids are often numbers; they are as good as their digits.
      if (typeof value === 'number' || typeof value === 'bigint') return toText(run, value);
      const text = textOf(value);
      if (text === undefined) throw refuse('a text');
      return text;
    }
    case 'number':
    case 'number?': {
      const number = typeof value === 'boolean' ? undefined : numberOf(value);
      if (number === undefined) throw refuse('a number');
      return number;
    }
    case 'boolean':
    case 'boolean?':
      if (typeof value !== 'boolean') throw refuse('true or false');
      return value;
    case 'any':
    case 'any?':
      return toHostData(run, value);
  }
}

function callHost(run: Run, target: HostFunction, args: Readonly<Record<string, unknown>>): Value {
  const answer = askHost(run, () => target.call(args, { now: run.now, timeZone: run.timeZone }));
  return adopt(run, answer) ?? null;
}

/** A host function under a name, as a builtin. */
export function hostBuiltin(name: string, target: HostFunction): Builtin {
  const declared = Object.entries(target.parameters);
  const parameters = declared.map(([parameter, type]) =>
    type.endsWith('?') ? { name: parameter, fallback: leftOut } : { name: parameter },
  );
  const call = (run: Run, bound: Bound): Value => {
    const args: Record<string, unknown> = Object.create(null);
    declared.forEach(([parameter, type], index) => {
      args[parameter] = convert(run, bound.value(index), { function: name, parameter, type });
    });
    return callHost(run, target, args);
  };
  return { name, parameters, variadic: false, call };
}

/** A host function under a name, as a value a template can call. */
export function hostCallable(name: string, target: HostFunction): Callable {
  const builtin = hostBuiltin(name, target);
  return new Callable(name, (run, args) => callBuiltin(run, builtin, args));
}
