import { analyseScope } from './evaluate/analyse-scope.ts';
import { compileExpression } from './evaluate/compile-expression.ts';
import { compileBody } from './evaluate/compile-statement.ts';
import { CompileScope } from './evaluate/scope.ts';
import { buildLibrary } from './library/build-library.ts';
import type { HostAdditions } from './library/build-library.ts';
import { defaultLimits } from './limits.ts';
import type { Limits } from './limits.ts';
import { TemplateParser } from './syntax/template-parser.ts';
import { JinjaTokenizer } from './syntax/tokenizer.ts';
import type { Template } from './template.ts';
import { TemplateFailure, toTemplateError } from './template-error.ts';
import type { TemplateError } from './template-error.ts';

/** How to compile: budgets that replace the defaults, and what the host adds by name. */
export interface CompileOptions extends HostAdditions {
  readonly limits?: Partial<Limits>;
}

export type CompileResult =
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly errors: readonly TemplateError[] };

/** Compiles a Jinja2 template to closures, or lists every mistake found, in the order of the source. Never evaluates code. */
export function compileTemplate(source: string, options: CompileOptions = {}): CompileResult {
  const limits = { ...defaultLimits, ...options.limits };
  if (source.length > limits.templateLength) {
    const failure = new TemplateFailure(
      'template_too_long',
      `the template is longer than ${limits.templateLength} characters: shorten it`,
    );
    return { ok: false, errors: [toTemplateError(failure, source, { start: 0, end: source.length })] };
  }
  const parser = new TemplateParser(new JinjaTokenizer(source), limits.depth);
  const root = parser.parseAsRoot();
  const failures = [...parser.failures];
  const library = buildLibrary(options);
  const scope = new CompileScope(analyseScope(root.children));
  const body = compileBody(root, {
    scope,
    library,
    escaping: 'never',
    failures,
    variables: new Map(),
    compiler: { expression: compileExpression, body: compileBody },
  });
  if (failures.length === 0)
    return { ok: true, template: { source, limits, root, library, body, scopeSize: scope.size } };
  const errors = failures.map((failure) => toTemplateError(failure, source, { start: 0, end: 0 }));
  return { ok: false, errors: errors.sort((left, right) => left.start - right.start) };
}
