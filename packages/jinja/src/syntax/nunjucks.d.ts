// nunjucks ships no types for its internal modules; `nunjucks.ts` checks and narrows what they export.
declare module 'nunjucks/src/lexer.js' {
  const lexer: unknown;
  export = lexer;
}

declare module 'nunjucks/src/parser.js' {
  const parser: unknown;
  export = parser;
}

declare module 'nunjucks/src/nodes.js' {
  const nodes: unknown;
  export = nodes;
}
