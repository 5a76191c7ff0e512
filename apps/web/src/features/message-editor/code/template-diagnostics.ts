import type { Diagnostic } from '@codemirror/lint';
import { compileMessage } from '../text/compile-message.ts';

/** The mistakes of a template, each at its place; an empty place is widened to one character, so that it can be seen. */
export const findTemplateDiagnostics = (source: string): Diagnostic[] => {
  const compiled = compileMessage(source);
  if (compiled.ok) return [];
  return compiled.errors.map(({ start, end, message }) => {
    const to = Math.min(Math.max(end, start + 1), source.length);
    return { from: Math.max(0, Math.min(start, to - 1)), to, severity: 'error', message };
  });
};
