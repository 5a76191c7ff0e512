/** One piece of a template's source, in UTF-16 offsets; `error` is a tag that cannot be read. */
export interface TemplateSpan {
  readonly kind: 'text' | 'output' | 'tag' | 'comment' | 'error';
  readonly start: number;
  readonly end: number;
}
