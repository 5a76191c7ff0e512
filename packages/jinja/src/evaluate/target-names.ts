import type { Target } from '../syntax/ast.ts';

/** The names a target assigns; `namespace.name` assigns none. */
export function targetNames(target: Target): readonly string[] {
  if (target.typename === 'Symbol') return [target.value];
  // A tuple in target position holds targets only: the parser saw to it.
  return target.typename === 'Group' ? target.children.flatMap((child) => targetNames(child as Target)) : [];
}
