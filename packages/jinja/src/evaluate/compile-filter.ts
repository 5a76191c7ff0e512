import { closestName } from '../closest-name.ts';
import type { Filter, Is } from '../syntax/ast.ts';
import { TemplateFailure } from '../template-error.ts';
import type { Span } from '../template-error.ts';
import { isTruthy } from '../values/is-truthy.ts';
import { compileArguments } from './compile-arguments.ts';
import type { CompileContext, Evaluate } from './compile-context.ts';
import type { Builtin } from './signature.ts';
import { callBuiltin } from './signature.ts';

const hints: ReadonlyMap<string, string> = new Map([
  ['None', "write 'none' in small letters"],
  ['True', "write 'true' in small letters"],
  ['False', "write 'false' in small letters"],
  ['null', "write 'none'"],
  ['empty', "write 'not value' to test for an empty value"],
]);

interface NamedUse {
  readonly kind: 'filter' | 'test';
  readonly name: string;
  readonly at: Span;
}

function find({ kind, name, at }: NamedUse, context: CompileContext): Builtin | undefined {
  const known = kind === 'filter' ? context.library.filters : context.library.tests;
  const found = known.get(name);
  if (found !== undefined) return found;
  const close = closestName(name, known.keys());
  const fix =
    (kind === 'test' ? hints.get(name) : undefined) ??
    (close === undefined ? undefined : `did you mean '${close}'?`);
  context.failures.push(
    new TemplateFailure(
      kind === 'filter' ? 'unknown_filter' : 'unknown_test',
      `unknown ${kind} '${name}'${fix === undefined ? '' : `: ${fix}`}`,
      at,
    ),
  );
  return undefined;
}

export function compileFilter(node: Filter, context: CompileContext): Evaluate {
  const filter = find({ kind: 'filter', name: node.name.value, at: node.name }, context);
  const args = compileArguments(node.args.children, context);
  if (filter === undefined) return () => null;
  return (run, scope) => {
    const given = args(run, scope);
    run.at = node;
    run.step();
    return callBuiltin(run, filter, given);
  };
}

export function compileTest(node: Is, context: CompileContext): Evaluate {
  const { name, args: argumentNodes } = node.right;
  const test = find({ kind: 'test', name: name.value, at: name }, context);
  const value = context.compiler.expression(node.left, context);
  const args = compileArguments(argumentNodes.children, context);
  if (test === undefined) return () => null;
  return (run, scope) => {
    const tested = value(run, scope);
    const given = args(run, scope);
    run.at = node;
    run.step();
    return isTruthy(
      run,
      callBuiltin(run, test, { positional: [tested, ...given.positional], named: given.named }),
    );
  };
}
