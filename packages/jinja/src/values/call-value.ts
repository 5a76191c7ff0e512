import { describeType } from './describe-type.ts';
import { undefinedFailure } from './undefined-failure.ts';
import { Callable, Undefined } from './value.ts';
import type { CallArguments, Run, Value } from './value.ts';

/** Calls a macro, method or function; anything else is refused. */
export function callValue(run: Run, target: Value, args: CallArguments): Value {
  if (target instanceof Callable) {
    run.step();
    run.enter();
    const result = target.call(run, args);
    run.leave();
    return result;
  }
  if (target instanceof Undefined) throw undefinedFailure(run, target);
  throw run.fail('type', `${describeType(target)} cannot be called: remove the parentheses`);
}
