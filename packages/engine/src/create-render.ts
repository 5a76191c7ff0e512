import { renderTemplate, type CompileResult, type RenderOptions, type TemplateError } from '@curlew/jinja';
import type { ScenarioNode } from '@curlew/scenario';
import { createChance } from './chance.ts';
import type { CustomerFacts, MessageFacts } from './facts.ts';
import type { WithToken } from './identity-token.ts';
import { createRenderContext, createShortContext } from './render-context.ts';
import { templateNeedsOf } from './template-needs.ts';

/** A template's text for one customer, or in words why it has none. */
export type Rendered =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string };

type RenderedNode = Pick<ScenarioNode, 'id' | 'number' | 'name'>;

const describe = ({ line, column, message }: TemplateError): string =>
  `line ${line}, column ${column}: ${message}`;

/** What a render of a node's templates for a customer depends on besides its data. */
export const renderOptionsOf = (
  node: Pick<RenderedNode, 'id'>,
  customer: CustomerFacts,
  facts: MessageFacts,
): RenderOptions => {
  let chance: (() => number) | undefined;
  return {
    now: facts.now,
    timeZone: facts.project.timeZone ?? 'UTC',
    random: () => {
      chance ??= (facts.chance ?? createChance)(`${customer.id} ${node.id}`);
      return chance();
    },
  };
};

/** Makes what renders templates of a node for a customer: all know the same, and chance begins anew with each. */
export const createRender = (
  node: RenderedNode,
  customer: CustomerFacts,
  facts: MessageFacts & WithToken & Pick<RenderOptions, 'limits'>,
): ((compiled: CompileResult) => Rendered) => {
  let short: Readonly<Record<string, unknown>> | undefined;
  let full: Readonly<Record<string, unknown>> | undefined;
  const { limits } = facts;
  const options = () => ({ ...renderOptionsOf(node, customer, facts), ...(limits && { limits }) });
  return (compiled) => {
    if (!compiled.ok) return { ok: false, message: compiled.errors.map(describe).join('; ') };
    const { template } = compiled;
    const { constant, isShort } = templateNeedsOf(template);
    // What is the same for everyone was rendered within the usual limits, and may be too much for others.
    if (constant && !limits) return constant;
    if (isShort) {
      short ??= createShortContext(node, customer, facts);
      const rendered = renderTemplate(template, short, options());
      if (rendered.ok) return { ok: true, text: rendered.text };
    }
    // What cannot be rendered is told with all the names that could have been meant.
    full ??= createRenderContext(node, customer, facts);
    const rendered = renderTemplate(template, full, options());
    return rendered.ok ? { ok: true, text: rendered.text } : { ok: false, message: describe(rendered.error) };
  };
};
