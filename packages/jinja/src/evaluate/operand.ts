import type { Expression, Lookup } from '../syntax/ast.ts';
import type { Span } from '../template-error.ts';
import { isMethodName } from '../methods/method-of.ts';
import { getAttribute } from '../values/lookup.ts';
import { Callable, Dict } from '../values/value.ts';
import type { ContextVariable, Run, Value } from '../values/value.ts';
import type { CompileContext, Evaluate } from './compile-context.ts';
import { surroundings } from './compile-name.ts';
import type { Scope } from './scope.ts';

/** Where an operand is found without a call: one of these, or none. */
interface ShortWay {
  /** The value of a literal. */
  readonly literal?: Value;
  /** A variable of the context whose attribute `key` is read. */
  readonly variable?: ContextVariable;
  /** The slot of this body's own variable whose attribute `key` is read. */
  readonly slot?: number;
  readonly key?: string;
  /** Where it stands: data may be refused as soon as it is read. */
  readonly at?: Span;
}

const nowhere: Span = { start: 0, end: 0 };

/**
 * An expression as its user reads it. Nearly all of a message reads `customer.first_name`, `item.price` or a literal: these are
 * read where they are used, for to call a closure takes longer than to read.
 */
export class Operand {
  readonly literal: Value | undefined;
  readonly variable: ContextVariable | undefined;
  private readonly slot: number;
  private readonly key: string;
  private readonly at: Span;
  /** The long way, right for every value. */
  readonly evaluate: Evaluate;

  constructor(evaluate: Evaluate, { literal, variable, slot = -1, key = '', at = nowhere }: ShortWay = {}) {
    this.literal = literal;
    this.variable = variable;
    this.slot = slot;
    this.key = key;
    this.at = at;
    this.evaluate = evaluate;
  }

  get hasShortWay(): boolean {
    return this.variable !== undefined || this.slot >= 0 || this.literal !== undefined;
  }

  read(run: Run, scope: Scope): Value {
    if (this.variable !== undefined) {
      run.at = this.at;
      const value = run.peek(this.variable, this.key);
      if (value !== undefined) return value;
    } else if (this.slot >= 0) {
      run.at = this.at;
      const value = this.readOwner(run, scope.slots[this.slot]);
      if (value !== undefined) return value;
    } else if (this.literal !== undefined) {
      return this.literal;
    }
    return this.evaluate(run, scope);
  }

  /** An attribute of what loops set: an item, or `loop` itself; undefined where the long way is needed. */
  private readOwner(run: Run, owner: Value | undefined): Value | undefined {
    if (owner instanceof Dict) return owner.getText(this.key);
    return owner instanceof Callable ? owner.attribute?.(run, this.key) : undefined;
  }
}

/** An operand that is always the same value. */
export function literalOperand(literal: Value): Operand {
  return new Operand(() => literal, { literal });
}

/** Finds the short way to read an expression, where there is one. */
export function compileOperand(node: Expression, context: CompileContext): Operand {
  if (node.typename === 'Literal') return literalOperand(node.value);
  const key = attributeName(node);
  if (node.typename !== 'LookupVal' || key === undefined)
    return new Operand(context.compiler.expression(node, context));
  const evaluate = compileAttribute(node, key, context);
  // Methods come before keys, and what objects inherit is not to be found: both are for the long way.
  if (node.target.typename !== 'Symbol' || isMethodName(key) || key in Object.prototype)
    return new Operand(evaluate);
  return new Operand(evaluate, { ...variablePlace(node.target.value, context), key, at: node });
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
function variablePlace(name: string, context: CompileContext): ShortWay {
  const { slots, inContext } = context.scope.places(name);
  const [first] = slots;
  if (first?.hops === 0) return { slot: first.slot };
  const isInContext =
    first === undefined && inContext && !surroundings.has(name) && !(name in Object.prototype);
  return isInContext ? { variable: contextVariable(name, context) } : {};
}

function compileAttribute(node: Lookup, name: string, context: CompileContext): Evaluate {
  const target = compileOperand(node.target, context);
  const mayBeMethod = isMethodName(name);
  return (run, scope) => {
    const owner = target.read(run, scope);
    run.at = node;
    if (!mayBeMethod && owner instanceof Dict) {
      const value = owner.getText(name);
      if (value !== undefined) return value;
    }
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
