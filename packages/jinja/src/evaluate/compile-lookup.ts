import type { Expression, Lookup, Slice } from '../syntax/ast.ts';
import { getItem } from '../values/lookup.ts';
import { getSlice } from '../values/get-slice.ts';
import type { CompileContext, Evaluate } from './compile-context.ts';
import { attributeName, compileOperand } from './operand.ts';
import type { Operand } from './operand.ts';

/** `target.name`, `target[key]` and `target[from:to:step]`. */
export function compileLookup(node: Lookup, context: CompileContext): Evaluate {
  if (attributeName(node) !== undefined) return compilePath(node, context);
  const target = compileOperand(node.target, context);
  const { val } = node;
  if (val.typename === 'Slice') return compileSlice(node, val, { target, context });
  const key = compileOperand(val, context);
  return (run, scope) => {
    const owner = target.read(run, scope);
    const name = key.read(run, scope);
    run.at = node;
    return getItem(run, owner, name);
  };
}

function compilePath(node: Lookup, context: CompileContext): Evaluate {
  const operand = compileOperand(node, context);
  return operand.hasShortWay ? (run, scope) => operand.read(run, scope) : operand.evaluate;
}

interface SliceTarget {
  readonly target: Operand;
  readonly context: CompileContext;
}

function compileSlice(node: Lookup, slice: Slice, { target, context }: SliceTarget): Evaluate {
  const part = (expression: Expression | null): Evaluate =>
    expression === null ? () => null : context.compiler.expression(expression, context);
  const from = part(slice.from);
  const to = part(slice.to);
  const step = part(slice.step);
  return (run, scope) => {
    const owner = target.read(run, scope);
    const parts = { from: from(run, scope), to: to(run, scope), step: step(run, scope) };
    run.at = node;
    return getSlice(run, owner, parts);
  };
}
