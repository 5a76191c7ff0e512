import { closestName } from '../closest-name.ts';
import type { Argument, Filter, Is } from '../syntax/ast.ts';
import { TemplateFailure } from '../template-error.ts';
import type { Span } from '../template-error.ts';
import { isTruthy } from '../values/is-truthy.ts';
import { compileArguments, isPlainArgument } from './compile-arguments.ts';
import type { CompileContext, Evaluate } from './compile-context.ts';
import type { Scope } from './scope.ts';
import type { Builtin } from './signature.ts';
import { Bound, callBuiltin } from './signature.ts';
import type { CallArguments, Run } from '../values/value.ts';

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
  const plain = filter === undefined ? undefined : compilePlain(node.args.children, filter, context);
  if (filter !== undefined && plain !== undefined) {
    return (run, scope) => {
      const args = plain(run, scope);
      run.at = node;
      run.step();
      return filter.call(run, args, noArguments);
    };
  }
  const args = compileArguments(node.args.children, context);
  if (filter === undefined) return () => null;
  return (run, scope) => {
    const given = args(run, scope);
    run.at = node;
    run.step();
    return callBuiltin(run, filter, given);
  };
}

const noArguments: CallArguments = { positional: [], named: undefined };

/** Arguments that need no checking when the template runs: by position, as many as are needed, the rest with defaults. */
function compilePlain(
  args: readonly Argument[],
  filter: Builtin,
  context: CompileContext,
): ((run: Run, scope: Scope) => Bound) | undefined {
  const { parameters, name } = filter;
  const expressions = args.filter((argument) => isPlainArgument(argument));
  if (filter.variadic || expressions.length < args.length || args.length > parameters.length)
    return undefined;
  const values = expressions.map((argument) => context.compiler.expression(argument, context));
  for (const { fallback } of parameters.slice(args.length)) {
    if (fallback === undefined) return undefined;
    values.push(() => fallback);
  }
  const [first, second, third] = values;
  // Lists written out are much faster to make than ones that grow; most filters have up to three parameters.
  if (first !== undefined && values.length === 1) {
    return (run, scope) => new Bound(run, name, [first(run, scope)]);
  }
  if (first !== undefined && second !== undefined && values.length === 2) {
    return (run, scope) => new Bound(run, name, [first(run, scope), second(run, scope)]);
  }
  if (first !== undefined && second !== undefined && third !== undefined && values.length === 3) {
    return (run, scope) => new Bound(run, name, [first(run, scope), second(run, scope), third(run, scope)]);
  }
  return (run, scope) =>
    new Bound(
      run,
      name,
      values.map((value) => value(run, scope)),
    );
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
