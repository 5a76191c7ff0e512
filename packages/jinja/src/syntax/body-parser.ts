import { closestName } from '../closest-name.ts';
import { TemplateFailure, mostErrors } from '../template-error.ts';
import { adviseTag, tagNames } from './advise-tag.ts';
import type { Block, Root, Statement } from './ast.ts';
import { ExpressionParser } from './expression-parser.ts';
import { makeNode } from './make-node.ts';
import type { Token } from './token.ts';

/** An opened tag, for the words of an error about its end. */
interface OpenTag {
  readonly name: string;
  readonly token: Token;
  readonly ends: readonly string[];
}

/** Bodies of text, outputs and tags; collects every mistake it can get past. */
export abstract class BodyParser extends ExpressionParser {
  readonly failures: TemplateFailure[] = [];

  private readonly open: OpenTag[] = [];

  override parseAsRoot(): Root {
    try {
      return super.parseAsRoot();
    } catch (error) {
      if (!(error instanceof TemplateFailure)) throw error;
      this.failures.push(error);
      const nothing: Root = makeNode('NodeList', { start: 0, end: 0, lineno: 0, colno: 0 }, []);
      return nothing;
    }
  }

  /** Called by nunjucks' parse() and parseUntilBlocks(); stops before a tag that ends the current body. */
  parseNodes(): readonly Statement[] {
    const body: Statement[] = [];
    for (let token = this.nextToken(); token !== null; token = this.nextToken()) {
      if (this.failures.length >= mostErrors) return body;
      this.chain = 0;
      if (token.type === 'data') {
        body.push(makeNode('Output', token, [makeNode('TemplateData', token, token.value)]));
      } else if (token.type === 'variable-start') {
        this.parseOutput(token, body);
      } else if (token.type === 'block-start') {
        const next = this.peekToken();
        if (next?.type === 'symbol' && this.breakOnBlocks?.includes(next.value) === true) return body;
        const statement = this.nested(() => this.parseTag(token));
        if (statement !== undefined) body.push(statement);
      } else {
        this.failures.push(new TemplateFailure('syntax', token.value, token));
      }
    }
    return body;
  }

  private parseOutput(start: Token, body: Statement[]): void {
    try {
      const expression = this.parseTuple();
      this.expectOutputEnd();
      body.push(makeNode('Output', this.placeFrom(start), [expression]));
    } catch (error) {
      if (!(error instanceof TemplateFailure)) throw error;
      this.failures.push(error);
      // An output tag ends at its own delimiter whatever stands in it, so the rest can still be checked.
      if (!this.nextIs('error')) this.skipPast('variable-end');
    }
  }

  private expectOutputEnd(): void {
    if (this.nextIs('operator', '='))
      throw this.failure("write '==' to compare; to store a value use {% set name = value %}");
    this.take('variable-end', "'}}' or an operator");
  }

  private parseTag(start: Token): Statement | undefined {
    const token = this.take('symbol', 'the name of a tag');
    const statement = this.parseNamedTag(token, start);
    this.endTag(token.value);
    return statement;
  }

  /** Reads a tag after its name; notes a tag that does not exist and returns nothing. */
  protected abstract parseNamedTag(token: Token, start: Token): Statement | undefined;

  private endTag(name: string): void {
    if (this.nextIs('operator', '=')) throw this.failure("write '==' to compare");
    this.take('block-end', `'%}' at the end of '${name}'`);
  }

  /** Notes a tag that does not exist here, and goes on after it. */
  protected refuseTag(token: Token, start: Token): undefined {
    const innermost = this.open.at(-1);
    const advice = adviseTag(token.value);
    const place = { start: start.start, end: token.end };
    if (advice !== undefined) {
      this.failures.push(new TemplateFailure(advice.code, advice.message, place));
    } else if (
      innermost !== undefined &&
      (token.value.startsWith('end') || token.value === 'else' || token.value === 'elif')
    ) {
      throw new TemplateFailure(
        'unknown_tag',
        `'${token.value}' does not fit here: the open tag is '${innermost.name}', close it with {% ${innermost.ends.at(-1)} %} first`,
        place,
      );
    } else if (token.value.startsWith('end') || token.value === 'else' || token.value === 'elif') {
      throw new TemplateFailure(
        'unknown_tag',
        `'${token.value}' has no opening tag before it: remove it or add the opening tag`,
        place,
      );
    } else {
      const close = closestName(token.value, tagNames);
      this.failures.push(
        new TemplateFailure(
          'unknown_tag',
          `unknown tag '${token.value}'${close === undefined ? '' : `: did you mean '${close}'?`}`,
          place,
        ),
      );
    }
    while (!this.nextIs('block-end') && this.peekToken() !== null) this.nextToken();
    return undefined;
  }

  /** The body up to one of the end tags, which is taken; the last of them always ends the tag. */
  protected parseBody(
    opening: Token,
    ends: readonly string[],
  ): { readonly body: Block; readonly ending: Token } {
    this.skip('colon');
    this.endTag(opening.value);
    this.open.push({ name: opening.value, token: opening, ends });
    const first = this.peekToken();
    const body = this.parseUntilBlocks(...ends);
    const ending = this.nextToken();
    if (ending === null) {
      throw new TemplateFailure(
        'syntax',
        `'${opening.value}' is never closed: add {% ${ends.at(-1)} %} where it ends`,
        opening,
      );
    }
    this.open.pop();
    body.start = first?.start ?? ending.start;
    body.end = Math.max(body.start, ending.start);
    return { body, ending };
  }
}
