/** A lexed token: nunjucks' shape (0-based lineno and colno) plus UTF-16 offsets into the original source. */
export interface Token {
  readonly type: TokenType;
  readonly value: string;
  readonly lineno: number;
  readonly colno: number;
  readonly start: number;
  readonly end: number;
}

/** nunjucks' own token names, and `error` for what cannot be lexed (its value is the message). */
export type TokenType =
  | 'data'
  | 'block-start'
  | 'block-end'
  | 'variable-start'
  | 'variable-end'
  | 'left-paren'
  | 'right-paren'
  | 'left-bracket'
  | 'right-bracket'
  | 'left-curly'
  | 'right-curly'
  | 'operator'
  | 'comma'
  | 'colon'
  | 'tilde'
  | 'pipe'
  | 'int'
  | 'float'
  | 'string'
  | 'symbol'
  | 'error';
