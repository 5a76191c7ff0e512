import { renderTemplate, type CompileResult, type TemplateError } from '@curlew/jinja';
import { messageRulesOf } from '@curlew/scenario';
import { createChance } from './chance.ts';
import type { CustomerFacts, MessageFacts } from './facts.ts';
import { shortenLinks, type ShortenedText, type ShortLink } from './links/shorten-links.ts';
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
  /** Short links that stand in the body in place of its links. */
  readonly links: readonly ShortLink[];
}

const describe = ({ line, column, message }: TemplateError): string =>
  `line ${line}, column ${column}: ${message}`;

const shorten = (text: string, { node }: PreparedMessage, facts: MessageFacts): ShortenedText => {
  const { shortener, defaults } = facts;
  if (!shortener || !text.includes('://')) return { text, links: [] };
  const rules = messageRulesOf(node, defaults);
  return rules.shortensLinks ? shortenLinks(text, shortener, rules) : { text, links: [] };
};

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
  const shortened = body.ok ? shorten(body.text.replaceAll('\0', ''), prepared, facts) : null;
  return {
    language: version.language,
    sender: sender.ok ? { ok: true, text: sender.text.replaceAll('\0', '').trim().normalize('NFC') } : sender,
    body: shortened ? { ok: true, text: shortened.text } : body,
    links: shortened?.links ?? [],
  };
};
