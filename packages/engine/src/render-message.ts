import { messageRulesOf } from '@curlew/scenario';
import { createRender, type Rendered } from './create-render.ts';
import type { CustomerFacts, MessageFacts } from './facts.ts';
import { createMessageToken } from './identity-token.ts';
import { keepableText } from './keepable-text.ts';
import { shortenLinks, type ShortenedText, type ShortLink } from './links/shorten-links.ts';
import type { PreparedMessage } from './prepared-message.ts';

/**
 * A message as its templates give it, before the gate looks at it. The sender has no blanks around it and is NFC; neither
 * has NUL or half a character, which no database keeps and no phone shows.
 */
export interface RenderedMessage {
  readonly language: string;
  readonly sender: Rendered;
  readonly body: Rendered;
  /** Short links that stand in the body in place of its links. */
  readonly links: readonly ShortLink[];
  /** The token that stands in the body, or in the address of one of its links; null where there is none. */
  readonly identityToken: string | null;
}

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
  const version = prepared.versionFor(customer.attributes['language']);
  const token = createMessageToken(prepared.node, facts);
  const render = createRender(prepared.node, customer, { ...facts, token });
  const sender = render(prepared.sender);
  const body = render(version.message);
  const shortened = body.ok ? shorten(keepableText(body.text), prepared, facts) : null;
  return {
    language: version.language,
    sender: sender.ok ? { ok: true, text: keepableText(sender.text).trim().normalize('NFC') } : sender,
    body: shortened ? { ok: true, text: shortened.text } : body,
    links: shortened?.links ?? [],
    identityToken: token.taken(),
  };
};
