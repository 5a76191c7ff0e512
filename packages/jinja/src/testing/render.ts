import { compileTemplate, renderTemplate } from '../index.ts';
import type { CompileOptions, RenderOptions, TemplateError } from '../index.ts';

/** Compiles and renders in one go: the text, or the errors. */
export function render(
  source: string,
  context: Readonly<Record<string, unknown>> = {},
  options: CompileOptions & RenderOptions = {},
): string | readonly TemplateError[] {
  const compiled = compileTemplate(source, options);
  if (!compiled.ok) return compiled.errors;
  const rendered = renderTemplate(compiled.template, context, options);
  return rendered.ok ? rendered.text : [rendered.error];
}

/** The codes of the errors of a template that fails; empty for one that renders. */
export function errorCodes(...args: Parameters<typeof render>): readonly string[] {
  const result = render(...args);
  return typeof result === 'string' ? [] : result.map((error) => error.code);
}
