import type { ArithmeticNode, CompareOperator, Expression } from '../syntax/ast.ts';
import { escapeText } from '../format/escape-text.ts';
import { arithmetic } from '../values/arithmetic.ts';
import type { ArithmeticOperator } from '../values/arithmetic.ts';
import { compare } from '../values/compare.ts';
import { contains } from '../values/contains.ts';
import { describeType } from '../values/describe-type.ts';
import { equals } from '../values/equals.ts';
import { integerOf, makeFloat, makeInteger, numberOf } from '../values/numbers.ts';
import { toText } from '../values/to-text.ts';
import { undefinedFailure } from '../values/undefined-failure.ts';
import type { CompileContext, Evaluate } from './compile-context.ts';
import { compileOperand } from './operand.ts';
import { Markup } from '../values/markup.ts';
import { Undefined } from '../values/value.ts';
import type { Run, Value } from '../values/value.ts';

const operators: Readonly<Record<ArithmeticNode['typename'], ArithmeticOperator>> = {
  Add: '+',
  Sub: '-',
  Mul: '*',
  Div: '/',
  FloorDiv: '//',
  Mod: '%',
  Pow: '**',
};

export function compileArithmetic(node: ArithmeticNode, context: CompileContext): Evaluate {
  const left = compileOperand(node.left, context);
  const right = compileOperand(node.right, context);
  const operator = operators[node.typename];
  return (run, scope) => {
    const first = left.read(run, scope);
    const second = right.read(run, scope);
    run.at = node;
    return arithmetic(run, operator, [first, second]);
  };
}

/** The text of `~`: as an output prints it, escaped where one side is Markup and escaping is surely on. */
export function compileConcat(
  node: Extract<Expression, { typename: 'Concat' }>,
  context: CompileContext,
): Evaluate {
  const parts = flatten(node).map((part) => compileOperand(part, context));
  const mayEscape = context.escaping === 'always';
  return (run, scope) => {
    const values = parts.map((part) => part.read(run, scope));
    run.at = node;
    const isMarkup = mayEscape && values.some((value) => value instanceof Markup);
    const texts = values.map((value) =>
      isMarkup && !(value instanceof Markup) ? escapeText(toText(run, value)) : toText(run, value),
    );
    const text = texts.join('');
    run.charge(text.length);
    return isMarkup ? new Markup(text) : text;
  };
}

function flatten(node: Expression): readonly Expression[] {
  const parts: Expression[] = [];
  let current = node;
  while (current.typename === 'Concat') {
    parts.unshift(current.right);
    current = current.left;
  }
  return [current, ...parts];
}

export function compileSign(
  node: Extract<Expression, { typename: 'Neg' | 'Pos' }>,
  context: CompileContext,
): Evaluate {
  const target = context.compiler.expression(node.target, context);
  const isNegative = node.typename === 'Neg';
  return (run, scope) => {
    const value = target(run, scope);
    run.at = node;
    return signed(run, value, isNegative);
  };
}

function signed(run: Run, value: Value, isNegative: boolean): Value {
  const integer = integerOf(value);
  if (integer !== undefined)
    return typeof integer === 'bigint'
      ? makeInteger(run, isNegative ? -integer : integer)
      : isNegative
        ? 0 - integer
        : integer;
  const number = numberOf(value);
  if (number !== undefined) return makeFloat(isNegative ? -number : number);
  if (value instanceof Undefined) throw undefinedFailure(run, value);
  throw run.fail('type', `${describeType(value)} cannot have a sign: convert it with |int or |float`);
}

type Comparison = (run: Run, left: Value, right: Value) => boolean;

const comparisons: Readonly<Record<CompareOperator, Comparison>> = {
  '==': equals,
  '!=': (run, left, right) => !equals(run, left, right),
  '<': (run, left, right) => compare(run, left, right) < 0,
  '<=': (run, left, right) => compare(run, left, right) <= 0,
  '>': (run, left, right) => compare(run, left, right) > 0,
  '>=': (run, left, right) => compare(run, left, right) >= 0,
  in: (run, left, right) => contains(run, right, left),
  'not in': (run, left, right) => !contains(run, right, left),
};

/** Comparisons, chained as in Python: `6 <= hour < 12`. */
export function compileCompare(
  node: Extract<Expression, { typename: 'Compare' }>,
  context: CompileContext,
): Evaluate {
  const first = compileOperand(node.expr, context);
  const operands = node.ops.map((operand) => ({
    test: comparisons[operand.type],
    value: compileOperand(operand.expr, context),
  }));
  return (run, scope) => {
    let left = first.read(run, scope);
    for (const operand of operands) {
      const right = operand.value.read(run, scope);
      run.at = node;
      if (!operand.test(run, left, right)) return false;
      left = right;
    }
    return true;
  };
}
