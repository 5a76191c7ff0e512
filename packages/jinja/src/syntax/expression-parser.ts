import type { CompareOperator, Expression } from './ast.ts';
import { makeNode } from './make-node.ts';
import { PrimaryParser } from './primary-parser.ts';

const comparisons: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);
const additions = { '+': 'Add', '-': 'Sub' } as const;
const products = { '*': 'Mul', '/': 'Div', '//': 'FloorDiv', '%': 'Mod' } as const;
/** Jinja2's expression grammar (jinja2/parser.py, 3.1) in the order of its precedence, loosest first. */
export class ExpressionParser extends PrimaryParser {
  override parseExpression(): Expression {
    return this.nested(() => this.parseInlineIf());
  }

  protected override parseWithoutIf(): Expression {
    return this.nested(() => this.parseOr());
  }

  private parseInlineIf(): Expression {
    let expression = this.parseOr();
    while (this.skipSymbol('if')) {
      const cond = this.parseOr();
      const otherwise = this.skipSymbol('else') ? this.parseExpression() : null;
      expression = makeNode('InlineIf', this.placeFrom(expression), cond, expression, otherwise);
      this.countChain();
    }
    return expression;
  }

  private parseOr(): Expression {
    let left = this.parseAnd();
    while (this.skipSymbol('or')) left = this.joined('Or', left, this.parseAnd());
    return left;
  }

  private parseAnd(): Expression {
    let left = this.parseNot();
    while (this.skipSymbol('and')) left = this.joined('And', left, this.parseNot());
    return left;
  }

  private parseNot(): Expression {
    const token = this.peekToken();
    if (token === null || !this.skipSymbol('not')) return this.parseCompare();
    const target = this.nested(() => this.parseNot());
    return makeNode('Not', this.placeFrom(token), target);
  }

  private parseCompare(): Expression {
    const expression = this.parseSum();
    const operands: unknown[] = [];
    for (let type = this.comparison(); type !== undefined; type = this.comparison()) {
      const first = this.peekToken();
      if (this.nextIs('operator', '=')) throw this.failure(`write '${type}' instead of '${type}='`);
      const operand = this.parseSum();
      if (first !== null) operands.push(makeNode('CompareOperand', this.placeFrom(first), operand, type));
      this.countChain();
    }
    return operands.length === 0
      ? expression
      : makeNode('Compare', this.placeFrom(expression), expression, operands);
  }

  /** Takes a comparison operator where there is one. */
  private comparison(): CompareOperator | undefined {
    const token = this.peekToken();
    if (token?.type === 'operator' && comparisons.has(token.value)) {
      this.nextToken();
      // The set holds exactly the operators of the type.
      return token.value as CompareOperator;
    }
    if (this.skipSymbol('in')) return 'in';
    const following = this.lookAhead();
    if (
      token?.type !== 'symbol' ||
      token.value !== 'not' ||
      following?.type !== 'symbol' ||
      following.value !== 'in'
    )
      return undefined;
    this.nextToken();
    this.nextToken();
    return 'not in';
  }

  private parseSum(): Expression {
    let left = this.parseConcat();
    for (
      let token = this.peekToken();
      token?.type === 'operator' && (token.value === '+' || token.value === '-');
      token = this.peekToken()
    ) {
      this.nextToken();
      left = this.joined(additions[token.value], left, this.parseConcat());
    }
    return left;
  }

  private parseConcat(): Expression {
    let left = this.parseProduct();
    while (this.skip('tilde')) left = this.joined('Concat', left, this.parseProduct());
    return left;
  }

  private parseProduct(): Expression {
    let left = this.parsePower();
    for (
      let token = this.peekToken();
      token?.type === 'operator' && token.value in products;
      token = this.peekToken()
    ) {
      this.nextToken();
      // `in products` was just seen.
      left = this.joined(products[token.value as keyof typeof products], left, this.parsePower());
    }
    return left;
  }

  private parsePower(): Expression {
    let left = this.parseUnary(true);
    while (this.skipValue('operator', '**')) left = this.joined('Pow', left, this.parseUnary(true));
    return left;
  }

  private joined(
    name: 'Or' | 'And' | 'Concat' | 'Pow' | 'Add' | 'Sub' | 'Mul' | 'Div' | 'FloorDiv' | 'Mod',
    left: Expression,
    right: Expression,
  ): Expression {
    this.countChain();
    return makeNode(name, this.placeFrom(left), left, right);
  }

  private parseUnary(withFilters: boolean): Expression {
    const token = this.peekToken();
    let node: Expression;
    if (token?.type === 'operator' && (token.value === '-' || token.value === '+')) {
      this.nextToken();
      const target = this.nested(() => this.parseUnary(false));
      node = makeNode(token.value === '-' ? 'Neg' : 'Pos', this.placeFrom(token), target);
    } else {
      node = this.parsePrimary();
    }
    node = this.parsePostfix(node);
    return withFilters ? this.parseFiltersAndTests(node) : node;
  }
}
