import type { Call } from '../syntax/ast.ts';
import { callValue } from '../values/call-value.ts';
import { compileArguments } from './compile-arguments.ts';
import type { CompileContext, Evaluate } from './compile-context.ts';

export function compileCall(node: Call, context: CompileContext): Evaluate {
  const target = context.compiler.expression(node.name, context);
  const args = compileArguments(node.args.children, context);
  return (run, scope) => {
    const callee = target(run, scope);
    const given = args(run, scope);
    run.at = node;
    return callValue(run, callee, given);
  };
}
