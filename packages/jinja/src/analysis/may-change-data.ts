import { targetNames } from '../evaluate/target-names.ts';
import type { Expression, Statement } from '../syntax/ast.ts';
import type { Template } from '../template.ts';

/** The methods of lists and dicts that change them. */
const changing: ReadonlySet<string> = new Set([
  'append',
  'clear',
  'extend',
  'insert',
  'pop',
  'popitem',
  'remove',
  'reverse',
  'setdefault',
  'sort',
  'update',
]);

type AnyNode = Readonly<Record<string, unknown>> & { readonly typename: string };

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'typename' in value && typeof value.typename === 'string';

/** Every node of a tree; how deep it is makes no difference. */
function allNodes(root: unknown): AnyNode[] {
  const nodes: AnyNode[] = [];
  const open: unknown[] = [root];
  while (open.length > 0) {
    const value = open.pop();
    if (Array.isArray(value)) open.push(...(value as readonly unknown[]));
    else if (isNode(value)) {
      nodes.push(value);
      open.push(...Object.values(value));
    } else if (typeof value === 'object' && value !== null && 'fallback' in value) open.push(value.fallback);
  }
  return nodes;
}

/**
 * Whether a template may change its copy of the data it was given: what is known of the data is then not known of what
 * it prints. Says yes where it cannot tell what is called.
 */
export function mayChangeData({ root, library }: Template): boolean {
  const nodes = allNodes(root.children);
  // The scan knows nodes by their names; the tree's own types are the same ones.
  const typed = nodes as unknown as readonly (Expression | Statement)[];
  const macros = new Set<string>();
  const others = new Set<string>();
  const tests = new Set<unknown>();
  for (const node of typed) {
    if (node.typename === 'Is') tests.add(node.right);
    if (node.typename === 'Set' || node.typename === 'With')
      node.targets.flatMap(targetNames).forEach((name) => others.add(name));
    if (node.typename === 'For') targetNames(node.name).forEach((name) => others.add(name));
    if (node.typename === 'Macro') macros.add(node.name.value);
    if ('parameters' in node)
      (node.parameters as readonly { readonly name: string }[]).forEach(({ name }) => others.add(name));
  }
  const isHarmless = (called: Expression): boolean => {
    if (called.typename === 'Symbol') {
      const { value: name } = called;
      if (others.has(name)) return false;
      return macros.has(name) || name === 'caller' || name === 'loop' || library.globals.has(name);
    }
    if (called.typename !== 'LookupVal' || called.val.typename !== 'Literal') return false;
    return typeof called.val.value === 'string' && !changing.has(called.val.value);
  };
  return typed.some((node) => node.typename === 'FunCall' && !tests.has(node) && !isHarmless(node.name));
}
