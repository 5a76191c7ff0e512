import { renderTemplate } from '@curlew/jinja';
import { compileMessage } from './compile-message.ts';
import { scanMessage } from './message-marks.ts';
import { remember } from './remember.ts';

/** The text that everyone gets from a message without template syntax; null when it has some. */
export const literalTextOf = remember((source): string | null => {
  if (scanMessage(source).some(({ kind }) => kind !== 'text')) return null;
  // Rendered all the same: a template loses its last line break and reads all line breaks alike.
  const compiled = compileMessage(source);
  const rendered = compiled.ok ? renderTemplate(compiled.template, {}) : compiled;
  return rendered.ok ? rendered.text : source;
});
