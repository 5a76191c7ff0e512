import { escapeText } from '../format/escape-text.ts';
import type {
  Argument,
  Autoescape,
  Block,
  If,
  Output,
  SetNode,
  Statement,
  Target,
  TemplateData,
  Expression,
  With,
} from '../syntax/ast.ts';
import { elseBranch } from '../syntax/else-branch.ts';
import { isTruthy } from '../values/is-truthy.ts';
import { describeType } from '../values/describe-type.ts';
import { textOf } from '../values/text-of.ts';
import { toText } from '../values/to-text.ts';
import { analyseScope } from './analyse-scope.ts';
import { targetNames } from './target-names.ts';
import { compileAssign } from './compile-assign.ts';
import type { CompileContext, Evaluate, Execute } from './compile-context.ts';
import { compileExpression } from './compile-expression.ts';
import { compileFor } from './compile-for.ts';
import { compileMacro } from './compile-macro.ts';
import { CompileScope, Scope } from './scope.ts';
import { Markup } from '../values/value.ts';

/** Turns a body into one closure. */
export function compileBody(block: Block, context: CompileContext): Execute {
  const statements = compileStatements(block.children, context);
  const [first, second] = statements;
  if (first === undefined) return () => undefined;
  if (second === undefined) return first;
  return (run, scope) => {
    for (const statement of statements) statement(run, scope);
  };
}

/** Text right before a value is written together with it: nearly all of a message is such pairs. */
function compileStatements(nodes: readonly Statement[], context: CompileContext): readonly Execute[] {
  const statements: Execute[] = [];
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index];
    const next = nodes[index + 1];
    const text = node === undefined ? undefined : onlyText(node);
    const value = next === undefined ? undefined : onlyValue(next);
    if (text !== undefined && value !== undefined) {
      statements.push(compileValue(value, context, text));
      index += 1;
    } else if (node !== undefined) {
      statements.push(compileStatement(node, context));
    }
  }
  return statements;
}

function onlyText(node: Statement): string | undefined {
  if (node.typename !== 'Output' || node.children.length !== 1) return undefined;
  const [child] = node.children;
  return child?.typename === 'TemplateData' ? child.value : undefined;
}

function onlyValue(node: Statement): Expression | undefined {
  if (node.typename !== 'Output' || node.children.length !== 1) return undefined;
  const [child] = node.children;
  return child === undefined || child.typename === 'TemplateData' || isFilterBlock(child) ? undefined : child;
}

/** Writes a text and then a value as str() shows it. */
function compileValue(node: Expression, context: CompileContext, before: string): Execute {
  const expression = compileExpression(node, context);
  return (run, scope) => {
    const value = expression(run, scope);
    run.at = node;
    const text = typeof value === 'string' ? value : toText(run, value);
    run.write(before + (run.autoescape && !(value instanceof Markup) ? escapeText(text) : text));
  };
}

function compileStatement(node: Statement, context: CompileContext): Execute {
  switch (node.typename) {
    case 'Output':
      return compileOutput(node, context);
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

function compileOutput(node: Output, context: CompileContext): Execute {
  const parts = node.children.map((child) => compilePart(child, context));
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  return (run, scope) => {
    for (const part of parts) part(run, scope);
  };
}

function compilePart(node: Expression | TemplateData, context: CompileContext): Execute {
  if (node.typename === 'TemplateData') {
    const { value } = node;
    return (run) => {
      run.at = node;
      run.write(value);
    };
  }
  if (isFilterBlock(node)) return compileFilterBlock(node, compileExpression(node, context));
  return compileValue(node, context, '');
}

/** A filter block's filters end in what the block writes. */
function isFilterBlock(node: Expression): boolean {
  let inner: Argument | undefined = node;
  while (inner?.typename === 'Filter') inner = inner.args.children[0];
  return node.typename === 'Filter' && inner?.typename === 'Capture';
}

/** Writes what a filter block gives, which has to be text, as it is. */
function compileFilterBlock(node: Expression, expression: Evaluate): Execute {
  return (run, scope) => {
    const value = expression(run, scope);
    run.at = node;
    const text = textOf(value);
    if (text === undefined)
      throw run.fail(
        'type',
        `the filters of a block must give a text, but this is ${describeType(value)}: add |string`,
      );
    run.write(text);
  };
}

function compileIf(node: If, context: CompileContext): Execute {
  const condition = compileExpression(node.cond, context);
  const body = compileBody(node.body, context);
  const otherwise = compileElse(elseBranch(node), context);
  return (run, scope) => {
    if (isTruthy(run, condition(run, scope))) body(run, scope);
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

function compileAutoescape(node: Autoescape, context: CompileContext): Execute {
  const enabled = compileExpression(node.enabled, context);
  const inner = new CompileScope(analyseScope(node.body.children), context.scope);
  const body = compileBody(node.body, { ...context, scope: inner });
  return (run, scope) => {
    const before = run.autoescape;
    run.autoescape = isTruthy(run, enabled(run, scope));
    body(run, new Scope(inner.size, scope));
    run.autoescape = before;
  };
}
