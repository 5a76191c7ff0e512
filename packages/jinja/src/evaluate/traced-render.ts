import type { Expression, Statement } from '../syntax/ast.ts';
import type { Span } from '../template-error.ts';
import { Render } from './render.ts';

interface Written {
  readonly source: Span;
  readonly text: Span;
}

/** A template in a loop may write more often than anybody reads. */
const mostOutputs = 2_000;

/**
 * A render that notes what each output has written. What is captured (by a macro, a set or filter block) is written by the
 * output that shows it, so that alone is noted.
 */
export class TracedRender extends Render {
  readonly outputs: Written[] = [];
  private captures = 0;

  override write(before: string, text: string): void {
    super.write(before, text);
    if (this.captures > 0 || this.outputs.length >= mostOutputs || !isExpression(this.at)) return;
    const end = this.output.length;
    const { start, end: sourceEnd } = this.at;
    this.outputs.push({ source: { start, end: sourceEnd }, text: { start: end - text.length, end } });
  }

  override capture(body: () => void): string {
    this.captures += 1;
    try {
      return super.capture(body);
    } finally {
      this.captures -= 1;
    }
  }
}

/** Where a write happens the node that writes is the place reached: an expression, or text of the template itself. */
function isExpression(
  at: Span & { readonly typename?: (Expression | Statement)['typename'] | 'TemplateData' },
): boolean {
  return at.typename !== undefined && at.typename !== 'TemplateData';
}
