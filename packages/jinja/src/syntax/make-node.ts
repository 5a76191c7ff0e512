import type { AstNode, NodeName } from './ast.ts';
import { nodes } from './nunjucks.ts';

// Jinja2 has these and nunjucks does not; they are made the way nunjucks makes its own.
const additions = {
  Slice: nodes.Node.extend('Slice', { fields: ['from', 'to', 'step'] }),
  Spread: nodes.Node.extend('Spread', { fields: ['target'] }),
  SpreadKeywords: nodes.Node.extend('SpreadKeywords', { fields: ['target'] }),
  With: nodes.Node.extend('With', { fields: ['targets', 'values', 'body'] }),
  Autoescape: nodes.Node.extend('Autoescape', { fields: ['enabled', 'body'] }),
} as const;

/** Where a node lies: UTF-16 offsets, and nunjucks' 0-based line and column of its start. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly lineno: number;
  readonly colno: number;
}

type Typed<Name extends string> = Extract<AstNode, { typename: Name }>;
type Class = NodeName | keyof typeof additions;

/** Builds one of nunjucks' nodes (or one of our additions) and puts its offsets on it. */
export function makeNode<Name extends AstNode['typename'] & Class>(
  name: Name,
  place: Place,
  ...fields: readonly unknown[]
): Typed<Name> {
  const NodeClass = name in additions ? additions[name as keyof typeof additions] : nodes[name as NodeName];
  // nunjucks' constructors assign `fields` in order; ast.ts names them, nunjucks.test.ts pins them.
  const node = new NodeClass(place.lineno, place.colno, ...fields) as Typed<Name>;
  node.start = place.start;
  node.end = place.end;
  return node;
}
