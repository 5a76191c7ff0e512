import type { Autoescape, Block, If, Output, SetNode, Statement, Target, With } from '../syntax/ast.ts';
import { elseBranch } from '../syntax/else-branch.ts';
import { isTruthy } from '../values/is-truthy.ts';
import { analyseScope } from './analyse-scope.ts';
import { targetNames } from './target-names.ts';
import { compileAssign } from './compile-assign.ts';
import type { CompileContext, Escaping, Execute } from './compile-context.ts';
import { compileExpression } from './compile-expression.ts';
import { compileFor } from './compile-for.ts';
import { compileMacro } from './compile-macro.ts';
import { compileOutputs } from './compile-output.ts';
import { compileOperand } from './operand.ts';
import { CompileScope, Scope } from './scope.ts';

/** Turns a body into one closure. */
export function compileBody(block: Block, context: CompileContext): Execute {
  const statements = compileStatements(block.children, context);
  const [first, second] = statements;
  if (first === undefined) return () => undefined;
  if (second === undefined) return first;
  return (run, scope) => {
    for (let index = 0; index < statements.length; index += 1) statements[index]?.(run, scope);
  };
}

function compileStatements(nodes: readonly Statement[], context: CompileContext): readonly Execute[] {
  const statements: Execute[] = [];
  let outputs: Output[] = [];
  for (const node of nodes) {
    if (node.typename === 'Output') {
      outputs.push(node);
    } else {
      statements.push(...compileOutputs(outputs, context), compileStatement(node, context));
      outputs = [];
    }
  }
  return [...statements, ...compileOutputs(outputs, context)];
}

function compileStatement(node: Exclude<Statement, Output>, context: CompileContext): Execute {
  switch (node.typename) {
    case 'If':
      return compileIf(node, context);
    case 'For':
      return compileFor(node, context);
    case 'Set':
      return compileSet(node, context);
    case 'Macro':
      return compileMacro(node, context);
    case 'With':
      return compileWith(node, context);
    case 'Autoescape':
      return compileAutoescape(node, context);
  }
}

function compileIf(node: If, context: CompileContext): Execute {
  const condition = compileOperand(node.cond, context);
  const body = compileBody(node.body, context);
  const otherwise = compileElse(elseBranch(node), context);
  return (run, scope) => {
    if (isTruthy(run, condition.read(run, scope))) body(run, scope);
    else otherwise?.(run, scope);
  };
}

function compileElse(node: If['else_'], context: CompileContext): Execute | undefined {
  if (node === null) return undefined;
  return node.typename === 'If' ? compileIf(node, context) : compileBody(node, context);
}

function compileSet(node: SetNode, context: CompileContext): Execute {
  const value = compileExpression(node.value, context);
  const assigns = node.targets.map((target) => compileAssign(target, context));
  return (run, scope) => {
    const result = value(run, scope);
    run.at = node;
    for (const assign of assigns) assign(run, scope, result);
  };
}

/** Values are worked out outside, before the new scope begins. */
function compileWith(node: With, context: CompileContext): Execute {
  const given = node.targets.flatMap((target: Target) => targetNames(target));
  const inner = new CompileScope(analyseScope(node.body.children, given), context.scope);
  const innerContext = { ...context, scope: inner };
  const values = node.values.map((value) => compileExpression(value, context));
  const assigns = node.targets.map((target) => compileAssign(target, innerContext));
  const body = compileBody(node.body, innerContext);
  return (run, scope) => {
    const results = values.map((value) => value(run, scope));
    const innerScope = new Scope(inner.size, scope);
    assigns.forEach((assign, index) => assign(run, innerScope, results[index] ?? null));
    body(run, innerScope);
  };
}

/** What an autoescape block decides for the outputs that stand in it. */
function escapingOf({ enabled }: Autoescape, { escaping }: CompileContext): Escaping {
  if (escaping === 'decided late' || enabled.typename !== 'Literal') return 'decided late';
  return enabled.value ? 'always' : 'never';
}

function compileAutoescape(node: Autoescape, context: CompileContext): Execute {
  const enabled = compileExpression(node.enabled, context);
  const inner = new CompileScope(analyseScope(node.body.children), context.scope);
  const body = compileBody(node.body, { ...context, scope: inner, escaping: escapingOf(node, context) });
  return (run, scope) => {
    const before = run.autoescape;
    run.autoescape = isTruthy(run, enabled(run, scope));
    body(run, new Scope(inner.size, scope));
    run.autoescape = before;
  };
}
