import type { TemplateSpan } from './template-span.ts';
import { JinjaTokenizer } from './tokenizer.ts';

/** Splits a template into text, tags and comments; the spans tile the source (UTF-16 offsets), also where it is broken. */
export function scanTemplate(source: string): readonly TemplateSpan[] {
  const tokenizer = new JinjaTokenizer(source);
  while (tokenizer.nextToken() !== null);
  return tokenizer.spans;
}
