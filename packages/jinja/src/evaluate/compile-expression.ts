import type { Expression } from '../syntax/ast.ts';
import { elseBranch } from '../syntax/else-branch.ts';
import { describeType } from '../values/describe-type.ts';
import { isTruthy } from '../values/is-truthy.ts';
import { compileCall } from './compile-call.ts';
import { compileCapture } from './compile-capture.ts';
import { compileFilter, compileTest } from './compile-filter.ts';
import type { CompileContext, Evaluate } from './compile-context.ts';
import { compileLookup } from './compile-lookup.ts';
import { compileName } from './compile-name.ts';
import { compileArithmetic, compileCompare, compileConcat, compileSign } from './compile-operator.ts';
import { Operand, compileOperand } from './operand.ts';
import { hashKey, notHashable } from '../values/hash-key.ts';
import { Dict, Undefined, makeTuple } from '../values/value.ts';

/** Turns an expression into a closure that evaluates it. */
export function compileExpression(node: Expression, context: CompileContext): Evaluate {
  switch (node.typename) {
    case 'Literal': {
      const { value } = node;
      return () => value;
    }
    case 'Symbol':
      return compileName(node, context.scope);
    case 'Group': {
      const items = compileAll(node.children, context);
      return (run, scope) => makeTuple(items.map((item) => item(run, scope)));
    }
    case 'Array': {
      const items = compileAll(node.children, context);
      return (run, scope) => {
        run.charge(items.length);
        return items.map((item) => item(run, scope));
      };
    }
    case 'Dict':
      return compileDict(node, context);
    case 'LookupVal':
      return compileLookup(node, context);
    case 'FunCall':
      return compileCall(node, context);
    case 'Filter':
      return compileFilter(node, context);
    case 'Is':
      return compileTest(node, context);
    case 'InlineIf':
      return compileInlineIf(node, context);
    case 'Compare':
      return compileCompare(node, context);
    case 'Capture':
      return compileCapture(node, context);
    case 'And':
    case 'Or':
      return compileLogic(node, context);
    case 'Not': {
      const target = compileOperand(node.target, context);
      return (run, scope) => !isTruthy(run, target.read(run, scope));
    }
    case 'Neg':
    case 'Pos':
      return compileSign(node, context);
    case 'Concat':
      return compileConcat(node, context);
    case 'Add':
    case 'Sub':
    case 'Mul':
    case 'Div':
    case 'FloorDiv':
    case 'Mod':
    case 'Pow':
      return compileArithmetic(node, context);
  }
}

function compileAll(nodes: readonly Expression[], context: CompileContext): readonly Evaluate[] {
  return nodes.map((node) => compileExpression(node, context));
}

function compileDict(node: Extract<Expression, { typename: 'Dict' }>, context: CompileContext): Evaluate {
  const pairs = node.children.map((pair) => ({
    key: compileExpression(pair.key, context),
    value: compileExpression(pair.value, context),
  }));
  return (run, scope) => {
    const dict = new Dict();
    run.charge(pairs.length);
    for (const pair of pairs) {
      const key = pair.key(run, scope);
      const value = pair.value(run, scope);
      run.at = node;
      const hash = hashKey(run, key);
      if (hash === notHashable)
        throw run.fail('type', `${describeType(key)} cannot name a value: use a text or a number`);
      dict.set(hash, key, value);
    }
    return dict;
  };
}

function compileInlineIf(
  node: Extract<Expression, { typename: 'InlineIf' }>,
  context: CompileContext,
): Evaluate {
  const condition = compileOperand(node.cond, context);
  const body = compileOperand(node.body, context);
  const branch = elseBranch(node);
  const otherwise = branch === null ? missingElse : compileOperand(branch, context);
  return (run, scope) => (isTruthy(run, condition.read(run, scope)) ? body : otherwise).read(run, scope);
}

const missingElse = new Operand(
  () => new Undefined('else', undefined, "this 'if' has no 'else', so there is no value here: add one"),
);

function compileLogic(
  node: Extract<Expression, { typename: 'And' | 'Or' }>,
  context: CompileContext,
): Evaluate {
  const left = compileOperand(node.left, context);
  const right = compileOperand(node.right, context);
  const stopsOn = node.typename === 'Or';
  return (run, scope) => {
    const value = left.read(run, scope);
    return isTruthy(run, value) === stopsOn ? value : right.read(run, scope);
  };
}
