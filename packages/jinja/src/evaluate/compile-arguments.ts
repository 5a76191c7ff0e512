import type { Argument } from '../syntax/ast.ts';
import type { CallArguments } from '../values/callable.ts';
import { describeType } from '../values/describe-type.ts';
import { Dict } from '../values/dict.ts';
import { iterate } from '../values/iterate.ts';
import type { Value } from '../values/value.ts';
import type { CompileContext, Evaluate } from './compile-context.ts';
import { compileExpression } from './compile-expression.ts';
import { compileCaller } from './compile-macro.ts';
import type { Run } from './run.ts';
import type { Scope } from './scope.ts';

export type EvaluateArguments = (run: Run, scope: Scope) => CallArguments;

type Collect = (
  run: Run,
  scope: Scope,
  into: { readonly positional: Value[]; readonly named: Map<string, Value> },
) => void;

/** Turns call arguments into a closure that evaluates them in order. */
export function compileArguments(args: readonly Argument[], context: CompileContext): EvaluateArguments {
  if (args.every((argument) => isPlain(argument))) {
    // Every argument was just seen to be an expression.
    const plain = args.map((argument) =>
      compileExpression(argument as Parameters<typeof compileExpression>[0], context),
    );
    return (run, scope) => ({ positional: plain.map((argument) => argument(run, scope)), named: undefined });
  }
  const collectors = args.map((argument) => compileArgument(argument, context));
  return (run, scope) => {
    const positional: Value[] = [];
    const named = new Map<string, Value>();
    for (const collect of collectors) collect(run, scope, { positional, named });
    return { positional, named };
  };
}

function isPlain(argument: Argument): boolean {
  return (
    argument.typename !== 'KeywordArgs' &&
    argument.typename !== 'Spread' &&
    argument.typename !== 'SpreadKeywords' &&
    argument.typename !== 'Caller'
  );
}

function compileArgument(argument: Argument, context: CompileContext): Collect {
  switch (argument.typename) {
    case 'KeywordArgs': {
      const pairs = argument.children.map((pair) => ({
        name: pair.key.typename === 'Symbol' ? pair.key.value : '',
        value: compileExpression(pair.value, context),
      }));
      return (run, scope, into) => {
        for (const pair of pairs) into.named.set(pair.name, pair.value(run, scope));
      };
    }
    case 'Caller': {
      const caller: Evaluate = compileCaller(argument, context);
      return (run, scope, into) => {
        into.named.set('caller', caller(run, scope));
      };
    }
    case 'Spread': {
      const list = compileExpression(argument.target, context);
      return (run, scope, into) => {
        const items = iterate(run, list(run, scope));
        run.charge(items.length);
        for (const item of items) into.positional.push(item);
      };
    }
    case 'SpreadKeywords': {
      const dict = compileExpression(argument.target, context);
      return (run, scope, into) => {
        const value = dict(run, scope);
        run.at = argument;
        if (!(value instanceof Dict))
          throw run.fail('type', `'**' needs a dictionary, but this is ${describeType(value)}`);
        run.charge(value.size);
        for (const [key, entry] of value.list()) {
          if (typeof key !== 'string') throw run.fail('type', "the keys behind '**' must be texts");
          into.named.set(key, entry);
        }
      };
    }
    default: {
      const value = compileExpression(argument, context);
      return (run, scope, into) => {
        into.positional.push(value(run, scope));
      };
    }
  }
}
