import { readWrittenValue, type NamedValue, type ScenarioNode } from '@curlew/scenario';
import type { CompileResult } from '@curlew/jinja';
import { createRender } from './create-render.ts';
import type { CustomerFacts, MessageFacts } from './facts.ts';

/** Values to be written, and the names of those that could not be: their template failed, or gave nothing of their type. */
export interface RenderedValues {
  readonly values: readonly (readonly [name: string, value: unknown])[];
  readonly failed: readonly string[];
}

/** Renders the values that a node writes, in order (N33). A value of which nothing is left is null. */
export const renderValues = (
  node: ScenarioNode,
  named: readonly NamedValue[],
  {
    customer,
    facts,
    compile,
  }: {
    readonly customer: CustomerFacts;
    readonly facts: MessageFacts;
    readonly compile: (source: string) => CompileResult;
  },
): RenderedValues => {
  const render = createRender(node, customer, facts);
  const values: (readonly [string, unknown])[] = [];
  const failed: string[] = [];
  for (const { name, type, value } of named) {
    const rendered = render(compile(value));
    const written = rendered.ok ? readWrittenValue(type, rendered.text.replaceAll('\0', '')) : rendered;
    if (written.ok) values.push([name.trim(), written.value]);
    else failed.push(name.trim());
  }
  return { values, failed };
};
