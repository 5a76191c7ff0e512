import { TemplateFailure } from '../template-error.ts';
import { parseFloatLiteral, parseIntegerLiteral } from '../values/number-literal.ts';
import type {
  Argument,
  Arguments,
  Expression,
  Filter,
  Literal,
  Lookup,
  Name,
  Pair,
  Slice,
  TestCall,
} from './ast.ts';
import { makeNode } from './make-node.ts';
import type { Token } from './token.ts';
import { TokenStream, describeToken } from './token-stream.ts';

/** How a comma-separated expression ends and what its parts may be. */
export interface TupleRule {
  readonly conditional?: boolean;
  readonly simplified?: boolean;
  readonly endName?: string;
  readonly parenthesised?: boolean;
}

const constants: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['none', null],
  ['None', null],
]);
const testArgumentStarts: ReadonlySet<string> = new Set([
  'symbol',
  'string',
  'int',
  'float',
  'left-bracket',
  'left-curly',
]);
/** Operators, filters and lookups in a row; each makes the tree one deeper. */
const maxChain = 500;

/** What binds tightest in Jinja2's grammar: literals, lookups, calls, filters and tests. */
export abstract class PrimaryParser extends TokenStream {
  /** Counted anew for every tag. */
  protected chain = 0;

  abstract parseExpression(): Expression;
  protected abstract parseWithoutIf(): Expression;

  /** One expression, or several with commas between them: a tuple. */
  parseTuple(rule: TupleRule = {}): Expression {
    const first = this.peekToken();
    const parse = (): Expression => {
      if (rule.simplified === true) return this.parsePrimary();
      return rule.conditional === false ? this.parseWithoutIf() : this.parseExpression();
    };
    const items: Expression[] = [];
    let isTuple = false;
    while (!this.endsTuple(rule)) {
      items.push(parse());
      if (!this.skip('comma')) break;
      isTuple = true;
    }
    const [only] = items;
    if (only !== undefined && !isTuple) return only;
    if (first === null || (!isTuple && rule.parenthesised !== true))
      throw this.failure(`expected a name, a number or a text here, but found ${describeToken(first)}`);
    return makeNode('Group', this.placeFrom(first), items);
  }

  private endsTuple(rule: TupleRule): boolean {
    const token = this.peekToken();
    if (
      token === null ||
      token.type === 'variable-end' ||
      token.type === 'block-end' ||
      token.type === 'right-paren'
    )
      return true;
    return rule.endName !== undefined && token.type === 'symbol' && token.value === rule.endName;
  }

  protected countChain(): void {
    this.chain += 1;
    if (this.chain > maxChain) {
      throw new TemplateFailure(
        'too_deep',
        `this expression has more than ${maxChain} steps: split it up with {% set %}`,
        this.peekToken() ?? { start: 0, end: 0 },
      );
    }
  }

  parsePrimary(): Expression {
    const token = this.peekToken();
    switch (token?.type) {
      case 'symbol':
        this.nextToken();
        if (constants.has(token.value)) return makeNode('Literal', token, constants.get(token.value));
        return makeNode('Symbol', token, token.value);
      case 'string':
        return this.parseStrings(token);
      case 'int':
        this.nextToken();
        return makeNode('Literal', token, parseIntegerLiteral(token.value, token));
      case 'float':
        this.nextToken();
        return makeNode('Literal', token, parseFloatLiteral(token.value));
      case 'left-paren': {
        this.nextToken();
        const inner = this.parseTuple({ parenthesised: true });
        this.take('right-paren', "')'");
        return inner;
      }
      case 'left-bracket':
        return this.parseList(token);
      case 'left-curly':
        return this.parseDict(token);
      default:
        throw this.failure(
          `expected a name, a number or a text here, but found ${describeToken(token ?? null)}`,
        );
    }
  }

  private parseList(open: Token): Expression {
    this.nextToken();
    const items = this.parseItems('right-bracket', () => this.parseExpression());
    return makeNode('Array', this.placeFrom(open), items);
  }

  private parseDict(open: Token): Expression {
    this.nextToken();
    const pairs = this.parseItems('right-curly', () => this.parsePair());
    return makeNode('Dict', this.placeFrom(open), pairs);
  }

  /** Texts that follow each other are one text, as in Python. */
  private parseStrings(first: Token): Literal {
    let text = '';
    while (this.nextIs('string')) text += this.nextToken()?.value ?? '';
    return makeNode('Literal', this.placeFrom(first), text);
  }

  private parseItems<Item>(close: 'right-bracket' | 'right-curly', parse: () => Item): Item[] {
    const items: Item[] = [];
    const expected = close === 'right-bracket' ? "',' or ']'" : "',' or '}'";
    while (!this.skip(close)) {
      items.push(parse());
      if (!this.skip('comma') && !this.nextIs(close))
        throw this.failure(`expected ${expected}, but found ${describeToken(this.peekToken())}`);
    }
    return items;
  }

  private parsePair(): Pair {
    const key = this.parseExpression();
    this.take('colon', "':' between key and value");
    const value = this.parseExpression();
    return makeNode('Pair', this.placeFrom(key), key, value);
  }

  protected parsePostfix(start: Expression): Expression {
    let node = start;
    for (;;) {
      if (this.nextIs('operator', '.')) node = this.parseDot(node);
      else if (this.nextIs('left-bracket')) node = this.parseSubscript(node);
      else if (this.nextIs('left-paren')) node = this.parseCall(node);
      else return node;
      this.countChain();
    }
  }

  private parseDot(target: Expression): Lookup {
    this.nextToken();
    const token = this.peekToken();
    if (token?.type !== 'symbol' && token?.type !== 'int') throw this.failure("expected a name after '.'");
    this.nextToken();
    const key = makeNode(
      'Literal',
      token,
      token.type === 'int' ? parseIntegerLiteral(token.value, token) : token.value,
    );
    const lookup = makeNode('LookupVal', this.placeFrom(target), target, key);
    lookup.attribute = token.type === 'symbol';
    return lookup;
  }

  private parseSubscript(target: Expression): Lookup {
    const open = this.nextToken();
    const keys = this.parseItems('right-bracket', () => this.parseSubscriptItem());
    const [only] = keys;
    const key =
      keys.length === 1 && only !== undefined
        ? only
        : makeNode('Group', this.placeFrom(open ?? target), keys);
    const lookup = makeNode('LookupVal', this.placeFrom(target), target, key);
    lookup.attribute = false;
    return lookup;
  }

  private parseSubscriptItem(): Expression | Slice {
    const first = this.peekToken();
    const from = this.nextIs('colon') ? null : this.parseExpression();
    if (first === null || !this.skip('colon')) return from ?? this.parseExpression();
    const part = (): Expression | null =>
      this.nextIs('colon') || this.nextIs('right-bracket') || this.nextIs('comma')
        ? null
        : this.parseExpression();
    const to = part();
    const step = this.skip('colon') ? part() : null;
    return makeNode('Slice', this.placeFrom(first), from, to, step);
  }

  protected parseCall(target: Expression): Expression {
    const args = this.parseArguments([]);
    return makeNode('FunCall', this.placeFrom(target), target, args);
  }

  /** The arguments in parentheses, after the ones given. */
  protected parseArguments(given: readonly Argument[]): Arguments {
    const open = this.take('left-paren', "'('");
    const args: Argument[] = [...given];
    const keywords: Pair[] = [];
    let spread = false;
    let spreadKeywords = false;
    const refuse = (): TemplateFailure =>
      this.failure(
        'these arguments are in the wrong order: first values, then name=value, then *list and **dict',
      );
    while (!this.nextIs('right-paren')) {
      const token = this.peekToken();
      if (this.skipValue('operator', '*')) {
        if (spread || spreadKeywords) throw refuse();
        spread = true;
        const target = this.parseExpression();
        args.push(makeNode('Spread', this.placeFrom(token ?? open), target));
      } else if (this.skipValue('operator', '**')) {
        if (spreadKeywords) throw refuse();
        spreadKeywords = true;
        const target = this.parseExpression();
        args.push(makeNode('SpreadKeywords', this.placeFrom(token ?? open), target));
      } else if (
        token?.type === 'symbol' &&
        this.lookAhead()?.type === 'operator' &&
        this.lookAhead()?.value === '='
      ) {
        if (spreadKeywords) throw refuse();
        keywords.push(this.parseKeyword(token));
      } else {
        if (spread || spreadKeywords || keywords.length > 0) throw refuse();
        args.push(this.parseExpression());
      }
      if (!this.skip('comma') && !this.nextIs('right-paren'))
        throw this.failure(`expected ',' or ')', but found ${describeToken(this.peekToken())}`);
    }
    this.take('right-paren', "')'");
    if (keywords.length > 0) args.push(makeNode('KeywordArgs', this.placeFrom(open), keywords));
    return makeNode('NodeList', this.placeFrom(open), args) as unknown as Arguments;
  }

  private parseKeyword(token: Token): Pair {
    this.nextToken();
    this.nextToken();
    const value = this.parseExpression();
    return makeNode('Pair', this.placeFrom(token), makeNode('Symbol', token, token.value), value);
  }

  protected parseFiltersAndTests(start: Expression): Expression {
    let node = start;
    for (;;) {
      if (this.skip('pipe')) node = this.parseFilterCall(node);
      else if (this.nextIs('symbol', 'is')) node = this.parseTest(node);
      else if (this.nextIs('left-paren')) node = this.parseCall(node);
      else return node;
      this.countChain();
    }
  }

  /** A filter's name and arguments, after the pipe sign. */
  protected parseFilterCall(value: Expression): Filter {
    if (this.nextIs('pipe')) throw this.failure("write 'or' instead of '||'");
    const name = this.parseDottedName('the name of a filter');
    const args = this.nextIs('left-paren')
      ? this.parseArguments([value])
      : (makeNode('NodeList', name, [value]) as unknown as Arguments);
    return makeNode('Filter', this.placeFrom(name), name, args);
  }

  private parseDottedName(expected: string): Name {
    const token = this.take('symbol', expected);
    let name = token.value;
    while (this.skipValue('operator', '.')) name += `.${this.take('symbol', 'a name').value}`;
    return makeNode('Symbol', this.placeFrom(token), name);
  }

  private parseTest(value: Expression): Expression {
    this.nextToken();
    const negated = this.skipSymbol('not');
    const name = this.parseDottedName("the name of a test after 'is'");
    const args = this.nextIs('left-paren')
      ? this.parseArguments([])
      : (makeNode('NodeList', name, this.parseTestArgument()) as unknown as Arguments);
    const call = makeNode('FunCall', this.placeFrom(name), name, args) as unknown as TestCall;
    const test = makeNode('Is', this.placeFrom(value), value, call);
    return negated ? makeNode('Not', this.placeFrom(value), test) : test;
  }

  /** A test takes one argument without parentheses: `is divisibleby 3`. */
  private parseTestArgument(): Expression[] {
    const token = this.peekToken();
    if (token === null || !testArgumentStarts.has(token.type)) return [];
    if (token.type === 'symbol' && (token.value === 'else' || token.value === 'or' || token.value === 'and'))
      return [];
    if (token.type === 'symbol' && token.value === 'is')
      throw this.failure("two tests cannot follow each other: join them with 'and'");
    return [this.parsePostfix(this.parsePrimary())];
  }
}
