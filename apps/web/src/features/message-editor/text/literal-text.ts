import { compileTemplate, renderTemplate, scanTemplate } from '@curlew/jinja';

/** The text that everyone gets from a message without template syntax; null when it has some. */
export const literalTextOf = (source: string): string | null => {
  if (scanTemplate(source).some(({ kind }) => kind !== 'text')) return null;
  // Rendered all the same: a template loses its last line break and reads all line breaks alike.
  const compiled = compileTemplate(source);
  const rendered = compiled.ok ? renderTemplate(compiled.template, {}) : compiled;
  return rendered.ok ? rendered.text : source;
};
