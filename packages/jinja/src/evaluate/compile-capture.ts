import type { Capture } from '../syntax/ast.ts';
import { analyseScope } from './analyse-scope.ts';
import type { CompileContext, Evaluate } from './compile-context.ts';
import { CompileScope, Scope } from './scope.ts';
import { Markup } from '../values/markup.ts';

/** The text a body writes: what {% set %}...{% endset %} stores and {% filter %} works on. */
export function compileCapture(node: Capture, context: CompileContext): Evaluate {
  const inner = new CompileScope(analyseScope(node.body.children), context.scope);
  const body = context.compiler.body(node.body, { ...context, scope: inner });
  return (run, scope) => {
    const text = run.capture(() => body(run, new Scope(inner.size, scope)));
    return run.autoescape ? new Markup(text) : text;
  };
}
