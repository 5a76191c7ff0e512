import type { TemplateFailure } from '../template-error.ts';
import type { Block, Expression } from '../syntax/ast.ts';
import type { Library } from './library.ts';
import type { CompileScope, Scope } from './scope.ts';
import type { ContextVariable, Run, Value } from '../values/value.ts';

export type Evaluate = (run: Run, scope: Scope) => Value;
export type Execute = (run: Run, scope: Scope) => void;

/** Whether outputs are escaped: decided by the autoescape block around them, or, where that is not a constant, when it is rendered. */
export type Escaping = 'never' | 'always' | 'decided late';

/** What compiling a node needs to know of its surroundings. */
export interface CompileContext {
  readonly scope: CompileScope;
  readonly library: Library;
  readonly escaping: Escaping;
  /** Mistakes that do not stop the compilation: unknown filters and tests. */
  readonly failures: TemplateFailure[];
  /** The variables of the context whose attributes are read, by name. */
  readonly variables: Map<string, ContextVariable>;
  readonly compiler: Compiler;
}

/** The two rules that every other one leads back to; handed along, so that the files do not import each other in circles. */
export interface Compiler {
  readonly expression: (node: Expression, context: CompileContext) => Evaluate;
  readonly body: (block: Block, context: CompileContext) => Execute;
}
