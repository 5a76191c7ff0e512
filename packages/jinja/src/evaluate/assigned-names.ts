import { elseBranch } from '../syntax/else-branch.ts';
import type { Statement, Target } from '../syntax/ast.ts';

/** The names a target assigns; `namespace.name` assigns none. */
export function targetNames(target: Target): readonly string[] {
  if (target.typename === 'Symbol') return [target.value];
  // A tuple in target position holds targets only: the parser saw to it.
  return target.typename === 'Group' ? target.children.flatMap((child) => targetNames(child as Target)) : [];
}

/** The names a body assigns in its own scope: through if, but not into loops, macros or with. */
export function assignedNames(statements: readonly Statement[]): readonly string[] {
  return statements.flatMap((statement): readonly string[] => {
    switch (statement.typename) {
      case 'Set':
        return statement.targets.flatMap((target) => targetNames(target));
      case 'Macro':
        return [statement.name.value];
      case 'If':
        return [...assignedNames(statement.body.children), ...elseNames(elseBranch(statement))];
      case 'Output':
      case 'For':
      case 'With':
      case 'Autoescape':
        return [];
    }
  });
}

function elseNames(otherwise: Extract<Statement, { typename: 'If' }>['else_']): readonly string[] {
  if (otherwise === null) return [];
  return assignedNames(otherwise.typename === 'If' ? [otherwise] : otherwise.children);
}
