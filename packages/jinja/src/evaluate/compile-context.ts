import { TemplateFailure } from '../template-error.ts';
import type { Block } from '../syntax/ast.ts';
import type { Value } from '../values/value.ts';
import type { Library } from './library.ts';
import type { Run } from './run.ts';
import type { CompileScope, Scope } from './scope.ts';

export type Evaluate = (run: Run, scope: Scope) => Value;
export type Execute = (run: Run, scope: Scope) => void;

/** What compiling a node needs to know of its surroundings. */
export interface CompileContext {
  readonly scope: CompileScope;
  readonly library: Library;
  /** Mistakes that do not stop the compilation: unknown filters and tests. */
  readonly failures: TemplateFailure[];
  /** Compiles a body inside an expression (a captured block); given by the statement compiler. */
  readonly compileBody: (block: Block, context: CompileContext) => Execute;
}
