import { TemplateFailure } from '../template-error.ts';
import type { Positioned } from './ast.ts';
import type { Place } from './make-node.ts';
import { Parser } from './nunjucks.ts';
import type { BaseTokenizer } from './nunjucks.ts';
import type { Token, TokenType } from './token.ts';

const tokenLabels: Partial<Record<TokenType, string>> = {
  'block-end': "the end of the tag ('%}')",
  'variable-end': "the end of the output ('}}')",
  data: 'text',
};

/** What a person would call a token. */
export function describeToken(token: Token | null): string {
  if (token === null) return 'the end of the template';
  return (
    tokenLabels[token.type] ?? (token.type === 'string' ? `the text '${token.value}'` : `'${token.value}'`)
  );
}

/** nunjucks' Parser over tokens that are all lexed up front: any look-ahead, and the end of what was read. */
export class TokenStream extends Parser {
  private readonly list: Token[] = [];
  private position = 0;
  private nesting = 0;
  private readonly maxNesting: number;

  constructor(tokenizer: BaseTokenizer, maxNesting: number) {
    super(tokenizer);
    this.maxNesting = maxNesting;
    for (let token = tokenizer.nextToken(); token !== null; token = tokenizer.nextToken())
      this.list.push(token);
  }

  override nextToken(): Token | null {
    const token = this.list[this.position] ?? null;
    this.position += 1;
    return token;
  }

  override peekToken(): Token | null {
    return this.list[this.position] ?? null;
  }

  override pushToken(_token: Token | null): void {
    this.position -= 1;
  }

  /** The token after the next one. */
  protected lookAhead(): Token | null {
    return this.list[this.position + 1] ?? null;
  }

  protected nextIs(type: TokenType, value?: string): boolean {
    const token = this.peekToken();
    return token !== null && token.type === type && (value === undefined || token.value === value);
  }

  /** Takes a token of a type, or fails with what was expected there in words. */
  protected take(type: TokenType, expected: string, value?: string): Token {
    const token = this.peekToken();
    if (token === null || token.type !== type || (value !== undefined && token.value !== value)) {
      throw this.failure(`expected ${expected}, but found ${describeToken(token)}`);
    }
    this.position += 1;
    return token;
  }

  /** A syntax failure at the next token; an error token brings its own words. */
  protected failure(message: string): TemplateFailure {
    const token = this.peekToken();
    if (token?.type === 'error') return new TemplateFailure('syntax', token.value, token);
    const end = this.list.at(-1)?.end ?? 0;
    return new TemplateFailure('syntax', message, token ?? { start: end, end });
  }

  /** The place from a token or node to the end of what was last read. */
  protected placeFrom(first: Positioned | Token): Place {
    const last = this.list[Math.min(this.position, this.list.length) - 1];
    return { start: first.start, end: last?.end ?? first.end, lineno: first.lineno, colno: first.colno };
  }

  /** Runs a rule one level deeper; templates nested too deeply fail instead of exhausting the stack. */
  protected nested<Result>(rule: () => Result): Result {
    if (this.nesting >= this.maxNesting) {
      throw new TemplateFailure(
        'too_deep',
        `nested more than ${this.maxNesting} levels deep: split it up with {% set %}`,
        this.peekToken() ?? { start: 0, end: 0 },
      );
    }
    this.nesting += 1;
    try {
      return rule();
    } finally {
      this.nesting -= 1;
    }
  }

  /** Skips to just after the next token of a type; false at the end of the template. */
  protected skipPast(type: TokenType): boolean {
    for (let token = this.nextToken(); token !== null; token = this.nextToken())
      if (token.type === type) return true;
    return false;
  }
}
