import { findVariables } from './analysis/find-variables.ts';
import type { VariableUse } from './analysis/find-variables.ts';
import { TracedRender } from './evaluate/traced-render.ts';
import { runTemplate } from './render-template.ts';
import type { RenderOptions, RenderResult } from './render-template.ts';
import { scanTemplate } from './syntax/scan-template.ts';
import type { Template } from './template.ts';

/** What one output of a template gave: where it stands in the source, with its braces, and where in the text (UTF-16 offsets). */
export interface TracedOutput {
  readonly source: { readonly start: number; readonly end: number };
  readonly text: { readonly start: number; readonly end: number };
  /** The variables of the context that its expression may read. */
  readonly variables: readonly VariableUse[];
}

/** As far as a failed render came. */
export interface TraceResult {
  readonly result: RenderResult;
  /** In the order of the text; an output in a loop is there once for each turn. */
  readonly outputs: readonly TracedOutput[];
}

/** Renders a template as `renderTemplate` does, and says which output gave which part of the text. For showing, not for sending. */
export function traceTemplate(
  template: Template,
  context: Readonly<Record<string, unknown>>,
  options?: RenderOptions,
): TraceResult {
  const run = new TracedRender(context, template, options);
  const result = runTemplate(run, template);
  const uses = findVariables(template);
  const spans = scanTemplate(template.source);
  // A node may have the place of its name alone, as a filter has: what is told is all between the braces around it.
  const outputs = run.outputs.map(({ source, text }) => {
    const around = spans.find(({ start, end }) => start <= source.start && source.start < end) ?? source;
    const variables = uses.filter(({ start, end }) => start >= around.start && end <= around.end);
    return { source: { start: around.start, end: around.end }, text, variables };
  });
  return { result, outputs };
}
