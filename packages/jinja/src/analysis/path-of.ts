import type { Expression } from '../syntax/ast.ts';

/** The names of a chain of constant lookups on a variable; nothing where a key has to be worked out. */
export function pathOf(node: Expression): readonly string[] | undefined {
  if (node.typename === 'Symbol') return [node.value];
  if (node.typename !== 'LookupVal' || node.val.typename !== 'Literal') return undefined;
  const owner = pathOf(node.target);
  const key = node.val.value;
  return owner !== undefined && (typeof key === 'string' || typeof key === 'number')
    ? [...owner, String(key)]
    : undefined;
}
