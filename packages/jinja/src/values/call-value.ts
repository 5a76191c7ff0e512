import type { Run } from '../evaluate/run.ts';
import type { CallArguments } from './callable.ts';
import { Callable } from './callable.ts';
import { describeType } from './describe-type.ts';
import { undefinedFailure } from './undefined-failure.ts';
import { Undefined } from './value.ts';
import type { Value } from './value.ts';

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
