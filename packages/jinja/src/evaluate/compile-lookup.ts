import type { Expression, Lookup, Slice } from '../syntax/ast.ts';
import { getAttribute, getItem } from '../values/lookup.ts';
import { getSlice } from '../values/get-slice.ts';
import { isMethodName } from '../methods/method-of.ts';
import type { CompileContext, Evaluate } from './compile-context.ts';
import { Dict } from '../values/value.ts';

/** `target.name`, `target[key]` and `target[from:to:step]`. */
export function compileLookup(node: Lookup, context: CompileContext): Evaluate {
  const target = context.compiler.expression(node.target, context);
  const { val } = node;
  if (val.typename === 'Slice') return compileSlice(node, val, { target, context });
  if (node.attribute && val.typename === 'Literal' && typeof val.value === 'string')
    return compileAttribute(node, val.value, context);
  const key = context.compiler.expression(val, context);
  return (run, scope) => {
    const owner = target(run, scope);
    const name = key(run, scope);
    run.at = node;
    return getItem(run, owner, name);
  };
}

function compileAttribute(node: Lookup, name: string, context: CompileContext): Evaluate {
  const target = context.compiler.expression(node.target, context);
  if (isMethodName(name)) return slowAttribute(node, name, target);
  const slow = slowAttribute(node, name, target);
  if (
    name in Object.prototype ||
    node.target.typename !== 'Symbol' ||
    !isPlainVariable(node.target.value, context)
  )
    return slow;
  const variable = node.target.value;
  return (run, scope) => {
    const value = run.peek(variable, name);
    return value === undefined ? slow(run, scope) : value;
  };
}

/** Whether a name can only be one of the context. */
function isPlainVariable(name: string, context: CompileContext): boolean {
  const { slots, inContext } = context.scope.places(name);
  return (
    !(name in Object.prototype) &&
    slots.length === 0 &&
    inContext &&
    name !== 'loop' &&
    name !== 'caller' &&
    name !== 'self'
  );
}

function slowAttribute(node: Lookup, name: string, target: Evaluate): Evaluate {
  const mayBeMethod = isMethodName(name);
  return (run, scope) => {
    const owner = target(run, scope);
    if (!mayBeMethod && owner instanceof Dict) {
      const value = owner.getText(name);
      if (value !== undefined) return value;
    }
    run.at = node;
    return getAttribute(run, owner, name);
  };
}

interface SliceTarget {
  readonly target: Evaluate;
  readonly context: CompileContext;
}

function compileSlice(node: Lookup, slice: Slice, { target, context }: SliceTarget): Evaluate {
  const part = (expression: Expression | null): Evaluate =>
    expression === null ? () => null : context.compiler.expression(expression, context);
  const from = part(slice.from);
  const to = part(slice.to);
  const step = part(slice.step);
  return (run, scope) => {
    const owner = target(run, scope);
    const parts = { from: from(run, scope), to: to(run, scope), step: step(run, scope) };
    run.at = node;
    return getSlice(run, owner, parts);
  };
}
