import type { Lookup, Target, TupleNode } from '../syntax/ast.ts';
import { iterate } from '../values/iterate.ts';
import type { CompileContext } from './compile-context.ts';
import { compileName } from './compile-name.ts';
import type { Scope } from './scope.ts';
import { Namespace } from '../values/value.ts';
import type { Run, Value } from '../values/value.ts';

export type Assign = (run: Run, scope: Scope, value: Value) => void;

/** Turns a target into a closure that stores a value there. */
export function compileAssign(target: Target, context: CompileContext): Assign {
  switch (target.typename) {
    case 'Symbol': {
      const slot = context.scope.slot(target.value);
      return (_run, scope, value) => {
        scope.slots[slot] = value;
      };
    }
    case 'Group':
      return compileUnpack(target, context);
    case 'LookupVal':
      return compileNamespaceAssign(target, context);
  }
}

function compileUnpack(target: TupleNode, context: CompileContext): Assign {
  // A tuple in target position holds targets only: the parser saw to it.
  const parts = target.children.map((child) => compileAssign(child as Target, context));
  return (run, scope, value) => {
    const items = iterate(run, value);
    if (items.length !== parts.length) {
      run.at = target;
      throw run.fail(
        'value',
        `there are ${parts.length} names here for ${items.length} values: write as many names as there are values`,
      );
    }
    parts.forEach((assign, index) => assign(run, scope, items[index] ?? null));
  };
}

function compileNamespaceAssign(target: Lookup, context: CompileContext): Assign {
  const owner = target.target.typename === 'Symbol' ? compileName(target.target, context.scope) : () => null;
  const name =
    target.val.typename === 'Literal' && typeof target.val.value === 'string' ? target.val.value : '';
  return (run, scope, value) => {
    const namespace = owner(run, scope);
    run.at = target;
    if (!(namespace instanceof Namespace))
      throw run.fail(
        'type',
        'only a namespace can be set like this: {% set ns = namespace(total=0) %} first',
      );
    run.charge(1);
    namespace.entries.set(name, value);
  };
}
