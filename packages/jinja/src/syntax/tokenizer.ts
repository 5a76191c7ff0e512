import { characterAt, isSpace, normaliseNewlines } from './characters.ts';
import { adviseCharacter } from './advise-character.ts';
import { lexNumber } from './lex-number.ts';
import { Tokenizer } from './nunjucks.ts';
import { closingEnd, matchWordTag, nameEnd, nextOpening, skipSpace } from './scan-source.ts';
import { readStringLiteral } from './string-literal.ts';
import type { TemplateSpan } from './template-span.ts';
import type { Token, TokenType } from './token.ts';

const punctuation: Readonly<Record<string, TokenType>> = {
  '(': 'left-paren',
  ')': 'right-paren',
  '[': 'left-bracket',
  ']': 'right-bracket',
  '{': 'left-curly',
  '}': 'right-curly',
  ',': 'comma',
  ':': 'colon',
  '~': 'tilde',
  '|': 'pipe',
};
const operators: ReadonlySet<string> = new Set([
  '//',
  '**',
  '==',
  '!=',
  '>=',
  '<=',
  '+',
  '-',
  '/',
  '*',
  '%',
  '>',
  '<',
  '=',
  '.',
  ';',
]);
const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** A piece of code that cannot be lexed: where, and what to say. */
interface LexError {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** nunjucks' Tokenizer with Jinja2's lexical grammar; tokens carry offsets, and broken tags become one `error` token. */
export class JinjaTokenizer extends Tokenizer {
  /** The spans seen so far; once nextToken() has returned null they tile the source. */
  readonly spans: TemplateSpan[] = [];
  private queue: Token[] = [];
  private taken = 0;
  private trimsNext = false;
  private nextNewline = -2;
  // Where the last '#}' and a known lack of an endraw lie: without them, unclosed openings would rescan the rest each time.
  private readonly lastCommentEnd: number;
  private lacksEndraw = false;

  constructor(source: string) {
    super(source);
    this.lastCommentEnd = source.lastIndexOf('#}');
    // Jinja2 drops one newline at the end of a template (keep_trailing_newline is off).
    if (source.endsWith('\r\n')) this.len -= 2;
    else if (source.endsWith('\n') || source.endsWith('\r')) this.len -= 1;
  }

  override nextToken(): Token | null {
    while (this.taken >= this.queue.length) {
      this.queue = [];
      this.taken = 0;
      if (this.index >= this.len) {
        this.addSpan('text', this.index, this.str.length);
        this.index = this.len;
        return null;
      }
      this.lexPiece();
    }
    this.taken += 1;
    return this.queue[this.taken - 1] ?? null;
  }

  private lexPiece(): void {
    const opening = nextOpening(this.str, this.len, this.index);
    if (opening > this.index) return this.lexData(this.index, opening);
    const kind = this.str[this.index + 1];
    if (kind === '#') return this.lexComment();
    if (kind === '%' && this.lexRaw()) return undefined;
    return this.lexTag(kind === '{' ? 'variable' : 'block');
  }

  private lexData(start: number, end: number): void {
    this.addSpan('text', start, end);
    this.pushData(start, end, this.str[end + 2] === '-' && end < this.len);
  }

  /** Queues template text, stripped where a neighbouring tag has a minus sign. */
  private pushData(start: number, end: number, trimsEnd: boolean): void {
    let first = start;
    let last = end;
    if (this.trimsNext) while (first < last && isSpace(this.str.charCodeAt(first))) first += 1;
    if (trimsEnd) while (last > first && isSpace(this.str.charCodeAt(last - 1))) last -= 1;
    this.trimsNext = false;
    this.moveTo(first);
    if (last > first)
      this.queue.push(this.token('data', [first, last], normaliseNewlines(this.str.slice(first, last))));
    this.moveTo(end);
  }

  private lexComment(): void {
    const start = this.index;
    const mark = this.str[start + 2];
    const body = start + (mark === '-' || mark === '+' ? 3 : 2);
    const close = body > this.lastCommentEnd ? -1 : this.str.indexOf('#}', body);
    if (close === -1 || close + 2 > this.len) {
      return this.recover({
        start,
        end: start + 2,
        message: "this comment is never closed: add '#}' where it ends",
      });
    }
    this.trimsNext = close > body && this.str[close - 1] === '-';
    this.addSpan('comment', start, close + 2);
    return this.moveTo(close + 2);
  }

  private lexRaw(): boolean {
    const start = this.index;
    const opening = matchWordTag(this.str, start, 'raw');
    if (opening === undefined) return false;
    for (
      let at = this.lacksEndraw ? -1 : this.str.indexOf('{%', opening.end);
      at !== -1;
      at = this.str.indexOf('{%', at + 2)
    ) {
      const closing = matchWordTag(this.str, at, 'endraw');
      if (closing === undefined) continue;
      this.addSpan('tag', start, opening.end);
      this.addSpan('text', opening.end, at);
      this.addSpan('tag', at, closing.end);
      this.trimsNext = opening.trims;
      this.pushData(opening.end, at, this.str[at + 2] === '-');
      this.trimsNext = closing.trims;
      this.moveTo(closing.end);
      return true;
    }
    this.lacksEndraw = true;
    this.recover({
      start,
      end: opening.end,
      message: "this raw block is never closed: add '{% endraw %}' where it ends",
    });
    return true;
  }

  private lexTag(kind: 'variable' | 'block'): void {
    const start = this.index;
    const close = kind === 'variable' ? '}}' : '%}';
    const sign = this.str[start + 2];
    const tokens = [this.token(`${kind}-start`, [start, start + 2])];
    const brackets: string[] = [];
    let at = start + (sign === '-' || sign === '+' ? 3 : 2);
    for (;;) {
      at = skipSpace(this.str, this.len, at);
      const closing = brackets.length === 0 ? closingEnd(this.str, at, close) : undefined;
      if (closing !== undefined) {
        this.moveTo(at);
        tokens.push(this.token(`${kind}-end`, [at, closing], close));
        this.queue = tokens;
        this.trimsNext = this.str[at] === '-';
        this.addSpan(kind === 'variable' ? 'output' : 'tag', start, closing);
        return this.moveTo(closing);
      }
      const lexed = this.lexCode(at, brackets);
      if ('message' in lexed) return this.recover(lexed.message === '' ? this.unclosed(start, close) : lexed);
      tokens.push(lexed);
      at = lexed.end;
    }
  }

  private unclosed(start: number, close: string): LexError {
    return {
      start,
      end: start + 2,
      message: `this '${this.str.slice(start, start + 2)}' is never closed: add '${close}' where it ends`,
    };
  }

  /** Lexes one token of code; an empty message means that the tag ends without its closing delimiter. */
  private lexCode(at: number, brackets: string[]): Token | LexError {
    const character = this.str[at] ?? '';
    if (at >= this.len || (character === '{' && '{%#'.includes(this.str[at + 1] ?? ' ')))
      return { start: at, end: at, message: '' };
    const number = lexNumber(this.str, at);
    if (number !== undefined) return this.token(number.type, [at, number.end]);
    if (character === "'" || character === '"') return this.lexString(at, character);
    const afterName = nameEnd(this.str, this.len, at);
    if (afterName > at) return this.token('symbol', [at, afterName]);
    const type = punctuation[character];
    if (type !== undefined) return this.lexBracket(at, type, brackets);
    const double = this.str.slice(at, at + 2);
    if (double.length === 2 && operators.has(double)) return this.token('operator', [at, at + 2], double);
    if (operators.has(character)) return this.token('operator', [at, at + 1], character);
    return { start: at, end: at + characterAt(this.str, at).length, message: adviseCharacter(this.str, at) };
  }

  private lexBracket(at: number, type: TokenType, brackets: string[]): Token | LexError {
    const character = this.str[at] ?? '';
    const opens = closers[character];
    if (opens !== undefined) brackets.push(opens);
    else if (character === ')' || character === ']' || character === '}') {
      const expected = brackets.pop();
      if (expected !== character) {
        const fix =
          expected === undefined
            ? `remove it, or add what opens it before it`
            : `'${expected}' is missing before it`;
        return { start: at, end: at + 1, message: `'${character}' does not fit here: ${fix}` };
      }
    }
    return this.token(type, [at, at + 1], character);
  }

  private lexString(at: number, quote: string): Token | LexError {
    let end = at + 1;
    while (end < this.len && this.str[end] !== quote) end += this.str[end] === '\\' ? 2 : 1;
    if (end >= this.len)
      return { start: at, end: at + 1, message: `this text is never closed: add ${quote} where it ends` };
    const literal = readStringLiteral(this.str.slice(at + 1, end));
    if (!literal.ok) return { start: at, end: end + 1, message: literal.reason };
    return this.token('string', [at, end + 1], literal.text);
  }

  /** Makes one error of a broken tag: to its closing delimiter, else to the next opening one, else to the end of the line. */
  private recover(error: LexError): void {
    const start = this.index;
    const close = this.str[start + 1] === '{' ? '}}' : '%}';
    const opening = nextOpening(this.str, this.len, start + 2);
    const rest = this.str.slice(start, opening);
    const closing = this.str[start + 1] === '#' ? -1 : rest.indexOf(close, Math.max(error.start - start, 2));
    const lineEnd = rest.indexOf('\n');
    const end = closing === -1 ? start + (lineEnd === -1 ? rest.length : lineEnd) : start + closing + 2;
    this.queue.push(this.token('error', [error.start, error.end], error.message));
    this.addSpan('error', start, end);
    this.trimsNext = false;
    this.moveTo(end);
  }

  /** A token of the source between two offsets; its value is that text unless another is given. */
  private token(
    type: TokenType,
    [start, end]: readonly [number, number],
    value = this.str.slice(start, end),
  ): Token {
    return { type, value, lineno: this.lineno, colno: this.colno + start - this.index, start, end };
  }

  /** Moves the cursor forward and keeps nunjucks' line and column with it. */
  private moveTo(offset: number): void {
    if (this.nextNewline === -2) this.nextNewline = this.str.indexOf('\n', this.index);
    while (this.nextNewline !== -1 && this.nextNewline < offset) {
      this.lineno += 1;
      this.colno = 0;
      this.index = this.nextNewline + 1;
      this.nextNewline = this.str.indexOf('\n', this.index);
    }
    this.colno += offset - this.index;
    this.index = offset;
  }

  private addSpan(kind: TemplateSpan['kind'], start: number, end: number): void {
    if (end > start) this.spans.push({ kind, start, end });
  }
}
