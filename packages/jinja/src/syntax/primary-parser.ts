import { TemplateFailure } from '../template-error.ts';
import { parseFloatLiteral, parseIntegerLiteral } from '../values/number-literal.ts';
import type { Arguments, Expression, Filter, Literal, Lookup, Name, Pair, Slice, TestCall } from './ast.ts';
import { makeNode } from './make-node.ts';
import type { Token } from './token.ts';
import { ListParser } from './list-parser.ts';
import { describeToken } from './token-stream.ts';

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

/** What binds tightest in Jinja2's grammar: literals, lookups, calls, filters and tests. */
export abstract class PrimaryParser extends ListParser {
  override parsePrimary(): Expression {
    const token = this.peekToken();
    if (token?.type === 'string') return this.parseStrings(token);
    if (token?.type === 'left-paren') return this.parseParenthesised();
    if (token?.type === 'left-bracket') return this.parseList(token);
    if (token?.type === 'left-curly') return this.parseDict(token);
    if (token?.type !== 'symbol' && token?.type !== 'int' && token?.type !== 'float') {
      throw this.failure(`expected a name, a number or a text here, but found ${describeToken(token)}`);
    }
    this.nextToken();
    if (token.type === 'int') return makeNode('Literal', token, parseIntegerLiteral(token.value, token));
    if (token.type === 'float') return makeNode('Literal', token, parseFloatLiteral(token.value));
    if (constants.has(token.value)) return makeNode('Literal', token, constants.get(token.value));
    return makeNode('Symbol', token, token.value);
  }

  private parseParenthesised(): Expression {
    this.nextToken();
    const inner = this.parseTuple({ parenthesised: true });
    this.take('right-paren', "')'");
    return inner;
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
    const keys: (Expression | Slice)[] = [];
    while (!this.skip('right-bracket')) {
      if (keys.length > 0) this.take('comma', "',' or ']'");
      keys.push(this.parseSubscriptItem());
    }
    const [only] = keys;
    const slice = keys.find((each) => each.typename === 'Slice');
    if (keys.length > 1 && slice !== undefined)
      throw new TemplateFailure('syntax', 'a cut like [1:5] stands alone between its brackets', slice);
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
