import type { Execute } from './evaluate/compile-context.ts';
import type { Library } from './evaluate/library.ts';
import type { Limits } from './limits.ts';
import type { Root } from './syntax/ast.ts';

/** A compiled template: immutable, reusable, and bound to no render. */
export interface Template {
  readonly source: string;
  readonly limits: Limits;
  /** @internal */
  readonly root: Root;
  /** @internal */
  readonly library: Library;
  /** @internal */
  readonly body: Execute;
  /** @internal Slots of the outermost scope. */
  readonly scopeSize: number;
}
