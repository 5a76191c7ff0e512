import { Render } from './evaluate/render.ts';
import type { RunOptions } from './evaluate/render.ts';
import { Scope } from './evaluate/scope.ts';
import { isStackOverflow } from './is-stack-overflow.ts';
import type { Template } from './template.ts';
import { TemplateFailure, toTemplateError } from './template-error.ts';
import type { TemplateError } from './template-error.ts';

/** Shared: there is nothing in it to change. */
const emptyScope = new Scope(0, undefined);

/** What a render may depend on besides its data: the moment, the time zone, chance, and budgets. */
export type RenderOptions = RunOptions;

export type RenderResult =
  | { readonly ok: true; readonly text: string; readonly steps: number }
  | { readonly ok: false; readonly error: TemplateError };

/** Renders a template with plain, JSON-like data, which is never changed. Ends within its limits, whatever the template or the data. */
export function renderTemplate(
  template: Template,
  context: Readonly<Record<string, unknown>>,
  options?: RenderOptions,
): RenderResult {
  return runTemplate(new Render(context, template, options), template);
}

/** Lets a render that was begun run to its end. */
export function runTemplate(run: Render, template: Template): RenderResult {
  try {
    template.body(run, template.scopeSize === 0 ? emptyScope : new Scope(template.scopeSize, undefined));
    return { ok: true, text: run.output, steps: run.steps };
  } catch (error) {
    // The depth limit comes first; this is for a host that renders with hardly any stack left.
    const failure = isStackOverflow(error)
      ? run.fail('too_deep', 'this is nested too deeply to be worked out here: split it up with {% set %}')
      : error;
    if (!(failure instanceof TemplateFailure)) throw error;
    return { ok: false, error: toTemplateError(failure, template.source, run.at) };
  }
}
