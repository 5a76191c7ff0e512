import { renderTemplate, type CompileResult, type RenderOptions, type TemplateError } from '@curlew/jinja';
import type { ScenarioNode } from '@curlew/scenario';
import { createChance } from './chance.ts';
import type { CustomerFacts, MessageFacts } from './facts.ts';
import type { WithToken } from './identity-token.ts';
import { createRenderContext } from './render-context.ts';

/** A template's text for one customer, or in words why it has none. */
export type Rendered =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string };

const describe = ({ line, column, message }: TemplateError): string =>
  `line ${line}, column ${column}: ${message}`;

/** What a render of a node's templates for a customer depends on besides its data. */
export const renderOptionsOf = (
  node: ScenarioNode,
  customer: CustomerFacts,
  facts: MessageFacts,
): RenderOptions => ({
  now: facts.now,
  timeZone: facts.project.timeZone ?? 'UTC',
  random: (facts.chance ?? createChance)(`${customer.id} ${node.id}`),
});

/** Makes what renders templates of a node for a customer: all know the same, and chance begins anew with each. */
export const createRender = (
  node: ScenarioNode,
  customer: CustomerFacts,
  facts: MessageFacts & WithToken & Pick<RenderOptions, 'limits'>,
): ((compiled: CompileResult) => Rendered) => {
  const context = createRenderContext(node, customer, facts);
  const { limits } = facts;
  const options = () => ({ ...renderOptionsOf(node, customer, facts), ...(limits && { limits }) });
  return (compiled) => {
    if (!compiled.ok) return { ok: false, message: compiled.errors.map(describe).join('; ') };
    const rendered = renderTemplate(compiled.template, context, options());
    return rendered.ok ? { ok: true, text: rendered.text } : { ok: false, message: describe(rendered.error) };
  };
};
