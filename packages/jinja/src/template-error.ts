import { findPath } from './syntax/find-path.ts';

/** What kind of mistake a template error is; stable, for programs. */
export type TemplateErrorCode =
  | 'syntax'
  | 'unknown_filter'
  | 'unknown_test'
  | 'unknown_tag'
  | 'not_supported'
  | 'undefined'
  | 'type'
  | 'value'
  | 'division_by_zero'
  | 'template_too_long'
  | 'too_many_steps'
  | 'output_too_long'
  | 'too_much_memory'
  | 'too_deep'
  | 'range_too_long'
  | 'number_too_big';

/** One mistake in a template: 1-based line and column, UTF-16 offsets of the span into the source. */
export interface TemplateError {
  readonly code: TemplateErrorCode;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

/** So many mistakes say enough; more would make a broken template slow. */
export const mostErrors = 100;

/** A span of the source in UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A missing value: its own name, and what to say once the source has told how it was written and what follows it. */
export interface MissingName {
  readonly name: string;
  readonly tell: (path: string, rest: string) => string;
}

/** Thrown inside the package and turned into a TemplateError at its edge; never leaves the package. */
export class TemplateFailure extends Error {
  readonly code: TemplateErrorCode;
  readonly span: Span | undefined;
  /** Words that name a value as the template writes it. */
  missing: MissingName | undefined;

  constructor(code: TemplateErrorCode, message: string, span?: Span) {
    super(message);
    this.code = code;
    this.span = span;
  }
}

function tellMissing({ name, tell }: MissingName, source: string, span: Span): string {
  const { path, rest } = findPath(source, span, name);
  return tell(path, rest);
}

/** The most characters of a message: a reader needs no more, and data may be megabytes. */
const longestMessage = 600;

/** A message without its middle where it is too long; the end says what to do. */
function shorten(message: string): string {
  if (message.length <= longestMessage) return message;
  const half = longestMessage / 2;
  return `${message.slice(0, half)}…${message.slice(-half)}`.toWellFormed();
}

/** Gives a failure its place in the source; `\n`, `\r\n` and `\r` each end a line. */
export function toTemplateError(failure: TemplateFailure, source: string, at: Span): TemplateError {
  const span = failure.span ?? at;
  const start = Math.min(span.start, source.length);
  let line = 1;
  let lineStart = 0;
  for (let index = 0; index < start; index += 1) {
    const unit = source.charCodeAt(index);
    if (unit !== 10 && (unit !== 13 || source.charCodeAt(index + 1) === 10)) continue;
    line += 1;
    lineStart = index + 1;
  }
  return {
    code: failure.code,
    message: shorten(
      failure.missing === undefined ? failure.message : tellMissing(failure.missing, source, span),
    ),
    line,
    column: start - lineStart + 1,
    start,
    end: Math.min(Math.max(span.end, start), source.length),
  };
}
