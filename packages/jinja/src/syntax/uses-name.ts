import type { AstNode } from './ast.ts';

/** Whether a body reads a name anywhere inside, at any depth. */
export function usesName(node: unknown, name: string): boolean {
  if (Array.isArray(node)) return node.some((item) => usesName(item, name));
  if (typeof node !== 'object' || node === null) return false;
  if (isNode(node) && node.typename === 'Symbol') return node.value === name;
  // A call block is named 'caller' by itself, which is no use of the name.
  const isCaller = isNode(node) && node.typename === 'Caller';
  return Object.entries(node).some(([key, child]) => !(isCaller && key === 'name') && usesName(child, name));
}

function isNode(node: object): node is AstNode {
  return 'typename' in node;
}
