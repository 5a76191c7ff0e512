import type { Expression, Lookup } from '../syntax/ast.ts';
import { isMethodName } from '../methods/method-of.ts';
import { getAttribute } from '../values/lookup.ts';
import { Callable, Dict } from '../values/value.ts';
import type { ContextVariable, Run, Value } from '../values/value.ts';
import type { CompileContext, Evaluate } from './compile-context.ts';
import { surroundings } from './compile-name.ts';
import type { Scope } from './scope.ts';

/**
 * An expression as its user reads it. Nearly all of a message reads `customer.first_name`, `item.price` or a literal: these are
 * read where they are used, for to call a closure takes longer than to read. All have the same fields, which is faster too.
 */
export interface Operand {
  /** The value of a literal. */
  readonly literal: Value | undefined;
  /** A variable of the context whose attribute `key` is read. */
  readonly variable: ContextVariable | undefined;
  /** The slot of a variable whose attribute `key` is read; else -1. */
  readonly slot: number;
  readonly key: string;
  /** The long way, right for every value. */
  readonly evaluate: Evaluate;
}

const noShortWay: Omit<Operand, 'evaluate'> = { literal: undefined, variable: undefined, slot: -1, key: '' };

/** An operand that is always the same value. */
export function literalOperand(value: Value): Operand {
  return { ...noShortWay, literal: value, evaluate: () => value };
}

/** An operand that has no short way. */
export function closureOperand(evaluate: Evaluate): Operand {
  return { ...noShortWay, evaluate };
}

/** Finds the short way to read an expression, where there is one. */
export function compileOperand(node: Expression, context: CompileContext): Operand {
  if (node.typename === 'Literal') return literalOperand(node.value);
  const key = attributeName(node);
  if (node.typename !== 'LookupVal' || key === undefined)
    return closureOperand(context.compiler.expression(node, context));
  const evaluate = compileAttribute(node, key, context);
  // Methods come before keys, and what objects inherit is not to be found: both are for the long way.
  if (node.target.typename !== 'Symbol' || isMethodName(key) || key in Object.prototype)
    return closureOperand(evaluate);
  return { ...noShortWay, ...variablePlace(node.target.value, context), key, evaluate };
}

/** The name after the dot of `target.name`. */
export function attributeName(node: Expression): string | undefined {
  if (node.typename !== 'LookupVal' || !node.attribute || node.val.typename !== 'Literal') return undefined;
  return typeof node.val.value === 'string' ? propertyName(node.val.value) : undefined;
}

/** The same text in the form engines keep names of properties in: a property is then found without a search for its name. */
function propertyName(text: string): string {
  return Object.keys({ [text]: true })[0] ?? text;
}

/** Where a variable lies, if that is known before the template runs: nearly always in the context or in this very body. */
function variablePlace(name: string, context: CompileContext): Partial<Operand> {
  const { slots, inContext } = context.scope.places(name);
  const [first] = slots;
  if (first?.hops === 0) return { slot: first.slot };
  const isInContext = first === undefined && inContext && !surroundings.has(name);
  return isInContext ? { variable: contextVariable(name, context) } : {};
}

function compileAttribute(node: Lookup, name: string, context: CompileContext): Evaluate {
  const target = compileOperand(node.target, context);
  const mayBeMethod = isMethodName(name);
  return (run, scope) => {
    const owner = readOperand(run, scope, target);
    if (!mayBeMethod && owner instanceof Dict) {
      const value = owner.getText(name);
      if (value !== undefined) return value;
    }
    run.at = node;
    return getAttribute(run, owner, name);
  };
}

/** The same object for the same name, so that two names are compared at once. */
function contextVariable(name: string, { variables }: CompileContext): ContextVariable {
  const known = variables.get(name);
  if (known !== undefined) return known;
  const variable: ContextVariable = { name: propertyName(name) };
  variables.set(name, variable);
  return variable;
}

/** The value of an operand. */
export function readOperand(run: Run, scope: Scope, operand: Operand): Value {
  if (operand.variable !== undefined) {
    const value = run.peek(operand.variable, operand.key);
    if (value !== undefined) return value;
  } else if (operand.slot >= 0) {
    const value = readOwner(run, scope.slots[operand.slot], operand.key);
    if (value !== undefined) return value;
  } else if (operand.literal !== undefined) {
    return operand.literal;
  }
  return operand.evaluate(run, scope);
}

/** An attribute of what loops set: an item, or `loop` itself; undefined where the long way is needed. */
function readOwner(run: Run, owner: Value | undefined, key: string): Value | undefined {
  if (owner instanceof Dict) return owner.getText(key);
  return owner instanceof Callable ? owner.attribute?.(run, key) : undefined;
}
