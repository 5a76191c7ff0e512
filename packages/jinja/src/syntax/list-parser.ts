import { TemplateFailure } from '../template-error.ts';
import type { Argument, Arguments, Expression, Pair } from './ast.ts';
import { makeNode } from './make-node.ts';
import type { Token } from './token.ts';
import { TokenStream, describeToken } from './token-stream.ts';

/** How a comma-separated expression ends and what its parts may be. */
export interface TupleRule {
  readonly conditional?: boolean;
  readonly simplified?: boolean;
  readonly parenthesised?: boolean;
}

/** Operators, filters and lookups in a row; each makes the tree one deeper. */
const maxChain = 500;

/** What stands between commas: tuples, items and arguments. */
export abstract class ListParser extends TokenStream {
  /** Counted anew for every tag. */
  protected chain = 0;

  abstract parseExpression(): Expression;
  abstract parsePrimary(): Expression;
  protected abstract parseWithoutIf(): Expression;

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

  /** One expression, or several with commas between them: a tuple. */
  parseTuple(rule: TupleRule = {}): Expression {
    const first = this.peekToken();
    const parse = (): Expression => {
      if (rule.simplified === true) return this.parsePrimary();
      return rule.conditional === false ? this.parseWithoutIf() : this.parseExpression();
    };
    const items: Expression[] = [];
    let isTuple = false;
    while (!this.endsTuple()) {
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

  /** Jinja2 takes a comma before 'in' or 'recursive' for the start of another part, too. */
  private endsTuple(): boolean {
    const token = this.peekToken();
    return (
      token === null ||
      token.type === 'variable-end' ||
      token.type === 'block-end' ||
      token.type === 'right-paren'
    );
  }

  protected parseItems<Item>(close: 'right-bracket' | 'right-curly', parse: () => Item): Item[] {
    const items: Item[] = [];
    const expected = close === 'right-bracket' ? "',' or ']'" : "',' or '}'";
    while (!this.skip(close)) {
      items.push(parse());
      if (!this.skip('comma') && !this.nextIs(close))
        throw this.failure(`expected ${expected}, but found ${describeToken(this.peekToken())}`);
    }
    return items;
  }

  /** The arguments in parentheses, after the ones given. */
  protected parseArguments(given: readonly Argument[]): Arguments {
    const open = this.take('left-paren', "'('");
    const args: Argument[] = [...given];
    const keywords: Pair[] = [];
    const names = new Set<string>();
    let spread = false;
    let spreadKeywords: Argument | undefined;
    const refuse = (): TemplateFailure =>
      this.failure(
        'these arguments are in the wrong order: first values, then name=value, then *list and **dict',
      );
    while (!this.nextIs('right-paren')) {
      const token = this.peekToken();
      if (this.skipValue('operator', '*')) {
        if (spread || spreadKeywords !== undefined) throw refuse();
        spread = true;
        const target = this.parseExpression();
        args.push(makeNode('Spread', this.placeFrom(token ?? open), target));
      } else if (this.skipValue('operator', '**')) {
        if (spreadKeywords !== undefined) throw refuse();
        const target = this.parseExpression();
        spreadKeywords = makeNode('SpreadKeywords', this.placeFrom(token ?? open), target);
      } else if (
        token?.type === 'symbol' &&
        this.lookAhead()?.type === 'operator' &&
        this.lookAhead()?.value === '='
      ) {
        if (spreadKeywords !== undefined) throw refuse();
        if (names.has(token.value)) throw this.failure(`'${token.value}' is given twice: remove one`);
        names.add(token.value);
        keywords.push(this.parseKeyword(token));
      } else {
        if (spread || spreadKeywords !== undefined || keywords.length > 0) throw refuse();
        args.push(this.parseExpression());
      }
      if (!this.skip('comma') && !this.nextIs('right-paren'))
        throw this.failure(`expected ',' or ')', but found ${describeToken(this.peekToken())}`);
    }
    this.take('right-paren', "')'");
    if (keywords.length > 0) args.push(makeNode('KeywordArgs', this.placeFrom(open), keywords));
    if (spreadKeywords !== undefined) args.push(spreadKeywords);
    return makeNode('NodeList', this.placeFrom(open), args) as unknown as Arguments;
  }

  private parseKeyword(token: Token): Pair {
    this.nextToken();
    this.nextToken();
    const value = this.parseExpression();
    return makeNode('Pair', this.placeFrom(token), makeNode('Symbol', token, token.value), value);
  }
}
