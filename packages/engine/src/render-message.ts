import { renderTemplate, type CompileResult, type TemplateError } from '@curlew/jinja';
import { createChance } from './chance.ts';
import type { CustomerFacts, MessageFacts } from './facts.ts';
import type { PreparedMessage } from './prepared-message.ts';
import { createRenderContext } from './render-context.ts';

/** A template's text for one customer, or in words why it has none. */
export type Rendered =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string };

/**
 * A message as its templates give it, before the gate looks at it. The sender has no blanks around it and is NFC; neither
 * has NUL, which no database keeps and no phone shows.
 */
export interface RenderedMessage {
  readonly language: string;
  readonly sender: Rendered;
  readonly body: Rendered;
}

const describe = ({ line, column, message }: TemplateError): string =>
  `line ${line}, column ${column}: ${message}`;

/** Renders a prepared message for a customer, whether or not it may be sent to them: what a preview shows. */
export const renderMessage = (
  prepared: PreparedMessage,
  customer: CustomerFacts,
  facts: MessageFacts,
): RenderedMessage => {
  const { node } = prepared;
  const version = prepared.versionFor(customer.attributes['language']);
  const context = createRenderContext(node, customer, facts);
  const render = (compiled: CompileResult): Rendered => {
    if (!compiled.ok) return { ok: false, message: compiled.errors.map(describe).join('; ') };
    const rendered = renderTemplate(compiled.template, context, {
      now: facts.now,
      timeZone: facts.project.timeZone ?? 'UTC',
      random: createChance(`${customer.id} ${node.id}`),
    });
    return rendered.ok ? { ok: true, text: rendered.text } : { ok: false, message: describe(rendered.error) };
  };
  const sender = render(prepared.sender);
  const body = render(version.message);
  return {
    language: version.language,
    sender: sender.ok ? { ok: true, text: sender.text.replaceAll('\0', '').trim().normalize('NFC') } : sender,
    body: body.ok ? { ok: true, text: body.text.replaceAll('\0', '') } : body,
  };
};
