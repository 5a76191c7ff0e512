import type { Argument, Expression, KeywordArgs, Spread, SpreadKeywords } from '../syntax/ast.ts';
import { describeType } from '../values/describe-type.ts';
import { iterate } from '../values/iterate.ts';
import type { CompileContext } from './compile-context.ts';
import { compileCaller } from './compile-macro.ts';
import type { Scope } from './scope.ts';
import { Dict } from '../values/value.ts';
import type { CallArguments, Run, Value } from '../values/value.ts';

export type EvaluateArguments = (run: Run, scope: Scope) => CallArguments;

type Collect = (
  run: Run,
  scope: Scope,
  into: { readonly positional: Value[]; readonly named: Map<string, Value> },
) => void;

/** Turns call arguments into a closure that evaluates them in order. */
export function compileArguments(args: readonly Argument[], context: CompileContext): EvaluateArguments {
  const plain = args.filter((argument) => isPlainArgument(argument));
  if (plain.length === args.length) {
    const given = plain.map((argument) => context.compiler.expression(argument, context));
    return (run, scope) => ({ positional: given.map((argument) => argument(run, scope)), named: undefined });
  }
  const collectors = args.map((argument) => compileArgument(argument, context));
  return (run, scope) => {
    const positional: Value[] = [];
    const named = new Map<string, Value>();
    for (const collect of collectors) collect(run, scope, { positional, named });
    return { positional, named };
  };
}

/** Whether an argument is one value by position. */
export function isPlainArgument(argument: Argument): argument is Expression {
  return (
    argument.typename !== 'KeywordArgs' &&
    argument.typename !== 'Spread' &&
    argument.typename !== 'SpreadKeywords' &&
    argument.typename !== 'Caller'
  );
}

function compileArgument(argument: Argument, context: CompileContext): Collect {
  if (argument.typename === 'KeywordArgs') return compileKeywords(argument, context);
  if (argument.typename === 'Spread') return compileSpread(argument, context);
  if (argument.typename === 'SpreadKeywords') return compileSpreadKeywords(argument, context);
  if (argument.typename === 'Caller') {
    const caller = compileCaller(argument, context);
    return (run, scope, into) => {
      into.named.set('caller', caller(run, scope));
    };
  }
  const value = context.compiler.expression(argument, context);
  return (run, scope, into) => {
    into.positional.push(value(run, scope));
  };
}

function compileKeywords(node: KeywordArgs, context: CompileContext): Collect {
  const pairs = node.children.map((pair) => ({
    name: pair.key.typename === 'Symbol' ? pair.key.value : '',
    value: context.compiler.expression(pair.value, context),
  }));
  return (run, scope, into) => {
    for (const pair of pairs) into.named.set(pair.name, pair.value(run, scope));
  };
}

function compileSpread(node: Spread, context: CompileContext): Collect {
  const list = context.compiler.expression(node.target, context);
  return (run, scope, into) => {
    const items = iterate(run, list(run, scope));
    run.charge(items.length * 8);
    for (const item of items) into.positional.push(item);
  };
}

function compileSpreadKeywords(node: SpreadKeywords, context: CompileContext): Collect {
  const dict = context.compiler.expression(node.target, context);
  return (run, scope, into) => {
    const value = dict(run, scope);
    run.at = node;
    if (!(value instanceof Dict)) {
      throw run.fail('type', `'**' needs named values like {'a': 1}, but this is ${describeType(value)}`);
    }
    run.charge(value.size);
    for (const [key, entry] of value.list()) {
      if (typeof key !== 'string')
        throw run.fail('type', "the names behind '**' must be texts: put them between quotes");
      if (into.named.has(key)) throw run.fail('type', `'${key}' is given twice: remove one`);
      into.named.set(key, entry);
    }
  };
}
