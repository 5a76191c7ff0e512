import { escapeText } from '../format/escape-text.ts';
import type { Argument, Expression, Output, TemplateData } from '../syntax/ast.ts';
import type { Span } from '../template-error.ts';
import { describeType } from '../values/describe-type.ts';
import { textOf } from '../values/text-of.ts';
import { toText } from '../values/to-text.ts';
import { Markup } from '../values/markup.ts';
import type { Run } from '../values/value.ts';
import type { CompileContext, Escaping, Execute } from './compile-context.ts';
import { compileOperand } from './operand.ts';
import type { Operand } from './operand.ts';
import type { Scope } from './scope.ts';

/** A text of the template and the value right after it: nearly all of a message is such pairs. */
interface Piece {
  readonly before: string;
  readonly value: Operand | undefined;
  readonly at: Span;
  readonly escaping: Escaping;
}

type Part = Output['children'][number];

/** Turns outputs that follow each other into as few closures as there can be. */
export function compileOutputs(outputs: readonly Output[], context: CompileContext): readonly Execute[] {
  const executes: Execute[] = [];
  const { escaping } = context;
  let pieces: Piece[] = [];
  const parts = outputs.flatMap((output) => output.children);
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    if (part === undefined) continue;
    const next = parts[index + 1];
    if (isFilterBlock(part)) {
      executes.push(...compilePieces(pieces), compileFilterBlock(part, context));
      pieces = [];
    } else if (part.typename !== 'TemplateData') {
      pieces.push({ before: '', value: compileOperand(part, context), at: part, escaping });
    } else if (next === undefined || next.typename === 'TemplateData' || isFilterBlock(next)) {
      pieces.push({ before: part.value, value: undefined, at: part, escaping });
    } else {
      pieces.push({ before: part.value, value: compileOperand(next, context), at: next, escaping });
      index += 1;
    }
  }
  return [...executes, ...compilePieces(pieces)];
}

function compilePieces(pieces: readonly Piece[]): readonly Execute[] {
  if (pieces.length === 0) return [];
  return [
    (run, scope) => {
      for (let index = 0; index < pieces.length; index += 1) {
        const piece = pieces[index];
        if (piece !== undefined) writePiece(run, scope, piece);
      }
    },
  ];
}

/** Writes a text and then a value as str() shows it. */
function writePiece(run: Run, scope: Scope, { before, value, at, escaping }: Piece): void {
  if (value === undefined) {
    run.at = at;
    run.write(before, '');
    return;
  }
  const result = value.read(run, scope);
  run.at = at;
  const text = typeof result === 'string' ? result : toText(run, result);
  const isEscaped =
    escaping !== 'never' && (escaping === 'always' || run.autoescape) && !(result instanceof Markup);
  // A text that is too long already is refused before it gets longer.
  run.write(before, isEscaped && text.length <= run.limits.outputLength ? escapeText(text) : text);
}

type FilterBlock = Extract<Expression, { typename: 'Filter' }>;

/** A filter block's filters end in what the block writes. */
function isFilterBlock(part: Part): part is FilterBlock {
  let inner: Argument | TemplateData | undefined = part;
  while (inner?.typename === 'Filter') inner = inner.args.children[0];
  return part.typename === 'Filter' && inner?.typename === 'Capture';
}

/** Writes what a filter block gives, which has to be text, as it is. */
function compileFilterBlock(node: FilterBlock, context: CompileContext): Execute {
  const expression = context.compiler.expression(node, context);
  return (run, scope) => {
    const value = expression(run, scope);
    run.at = node;
    const text = textOf(value);
    if (text === undefined)
      throw run.fail(
        'type',
        `the filters of a block must give a text, but this is ${describeType(value)}: add |string`,
      );
    run.write('', text);
  };
}
