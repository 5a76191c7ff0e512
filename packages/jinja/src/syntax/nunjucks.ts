// oxlint-disable-next-line typescript/triple-slash-reference -- the declarations must come along wherever this file is imported.
/// <reference path="./nunjucks.d.ts" />
import lexerModule from 'nunjucks/src/lexer.js';
import nodesModule from 'nunjucks/src/nodes.js';
import parserModule from 'nunjucks/src/parser.js';
import type { NodeClasses } from './ast.ts';
import type { Block, Root } from './ast.ts';
import type { Token } from './token.ts';

/** What this package uses of nunjucks' Tokenizer: a cursor over the source that knows line and column. */
export interface BaseTokenizer {
  str: string;
  index: number;
  len: number;
  lineno: number;
  colno: number;
  in_code: boolean;
  isFinished(): boolean;
  nextToken(): Token | null;
}

/** What this package uses of nunjucks' Parser: token helpers and the loop over bodies. */
export interface BaseParser {
  tokens: BaseTokenizer;
  breakOnBlocks: readonly string[] | null;
  nextToken(): Token | null;
  peekToken(): Token | null;
  pushToken(token: Token | null): void;
  skip(type: string): boolean;
  skipValue(type: string, value: string): boolean;
  skipSymbol(value: string): boolean;
  parse(): Block;
  parseAsRoot(): Root;
  parseUntilBlocks(...names: string[]): Block;
}

function property(module: unknown, name: string): unknown {
  if (typeof module !== 'object' || module === null || !(name in module)) {
    throw new TypeError(`nunjucks 3.2.4 is expected to export '${name}'; check the pinned version`);
  }
  // Checked on the line above: the name is there, its type is checked by the caller.
  return (module as Record<string, unknown>)[name];
}

function functionProperty(module: unknown, name: string): (...args: never[]) => unknown {
  const found = property(module, name);
  if (typeof found !== 'function')
    throw new TypeError(`nunjucks 3.2.4 is expected to export the function '${name}'`);
  // A function was just seen; its parameters are pinned by nunjucks.test.ts.
  return found as (...args: never[]) => unknown;
}

// The Tokenizer class is not exported; an instance leads to it.
const lex = functionProperty(lexerModule, 'lex') as (source: string) => { constructor: unknown };

// The shapes behind these three casts are pinned by nunjucks.test.ts, method by method.
export const Tokenizer = lex('').constructor as new (source: string) => BaseTokenizer;
export const Parser = functionProperty(parserModule, 'Parser') as unknown as new (
  tokens: BaseTokenizer,
) => BaseParser;
export const nodes = nodesModule as NodeClasses;
