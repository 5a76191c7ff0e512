import { closestName } from '../closest-name.ts';
import type { Argument, Filter, Is } from '../syntax/ast.ts';
import { TemplateFailure, mostErrors } from '../template-error.ts';
import type { Span } from '../template-error.ts';
import { isTruthy } from '../values/is-truthy.ts';
import { compileArguments, isPlainArgument } from './compile-arguments.ts';
import type { CompileContext, Evaluate } from './compile-context.ts';
import { compileOperand, literalOperand } from './operand.ts';
import type { Operand } from './operand.ts';
import type { Builtin } from './signature.ts';
import { Bound, callBuiltin } from './signature.ts';
import type { CallArguments, Run, Value } from '../values/value.ts';

const testHints: ReadonlyMap<string, string> = new Map([
  ['None', "write 'none' in small letters"],
  ['True', "write 'true' in small letters"],
  ['False', "write 'false' in small letters"],
  ['null', "write 'none'"],
  ['empty', "write 'not value' to test for an empty value"],
]);

/** What the filters of other template languages are called here. */
const filterHints: ReadonlyMap<string, string> = new Map([
  ['append', "join texts with '~'"],
  ['capfirst', "write 'capitalize'"],
  ['date', "write from_timestamp('%d/%m/%Y')"],
  ['downcase', "write 'lower'"],
  ['money', "write '%.2f' % value"],
  ['number_format', "write '%.2f' % value"],
  ['prepend', "join texts with '~'"],
  ['raw', "write 'safe'"],
  ['size', "write 'length'"],
  ['split', "write value.split(',')"],
  ['strip', "write 'trim'"],
  ['uniq', "write 'unique'"],
  ['upcase', "write 'upper'"],
  ['url_encode', "write 'urlencode'"],
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
  // So many mistakes are told at most; looking for what was meant by more would only take time.
  if (context.failures.length >= mostErrors) return undefined;
  const close = closestName(name, known.keys());
  const fix =
    (kind === 'test' ? testHints : filterHints).get(name) ??
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
  if (filter === undefined) {
    compileArguments(node.args.children, context);
    return () => null;
  }
  const plain = plainArguments(node.args.children, filter, context);
  if (plain !== undefined) return compilePlain(node, filter, plain);
  const args = compileArguments(node.args.children, context);
  return (run, scope) => {
    const given = args(run, scope);
    run.at = node;
    run.step();
    return callBuiltin(run, filter, given);
  };
}

const noArguments: CallArguments = { positional: [], named: undefined };

/** Arguments that need no checking when the template runs: by position, as many as are needed, the rest with defaults. */
function plainArguments(
  args: readonly Argument[],
  { parameters, variadic }: Builtin,
  context: CompileContext,
): readonly Operand[] | undefined {
  const rest = parameters.slice(args.length);
  const isPlain =
    !variadic &&
    args.length <= parameters.length &&
    rest.every((parameter) => parameter.fallback !== undefined);
  const expressions = args.filter((argument) => isPlainArgument(argument));
  if (!isPlain || expressions.length < args.length) return undefined;
  return [
    ...expressions.map((argument) => compileOperand(argument, context)),
    ...rest.map(({ fallback }) => literalOperand(fallback ?? null)),
  ];
}

/** A filter with plain arguments; lists written out are much faster to make than ones that grow. */
function compilePlain(node: Filter, filter: Builtin, operands: readonly Operand[]): Evaluate {
  const apply = (run: Run, values: readonly Value[]): Value => {
    run.at = node;
    run.step();
    return filter.call(run, new Bound(run, filter.name, values), noArguments);
  };
  const [first, second, third] = operands;
  const { apply: quick } = filter;
  const rest = operands.slice(1).map((operand) => operand.literal);
  if (quick !== undefined && first !== undefined && rest.every((value) => value !== undefined))
    return (run, scope) => {
      const value = first.read(run, scope);
      run.at = node;
      run.step();
      return quick(run, value, rest);
    };
  if (first !== undefined && operands.length === 1)
    return (run, scope) => apply(run, [first.read(run, scope)]);
  if (first !== undefined && second !== undefined && third !== undefined && operands.length === 3)
    return (run, scope) =>
      apply(run, [first.read(run, scope), second.read(run, scope), third.read(run, scope)]);
  return (run, scope) =>
    apply(
      run,
      operands.map((operand) => operand.read(run, scope)),
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
