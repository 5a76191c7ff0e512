import { checkSender, countSms, findCapacity, type SmsCount } from '@curlew/sms';
import { checkContact } from './check-contact.ts';
import { checkExpiry, checkTiming } from './check-timing.ts';
import type { CustomerFacts, MessageFacts } from './facts.ts';
import { longestTarget } from './links/shorten-links.ts';
import type { Enqueued, EnqueueFailedType, MessageDecision, Refusal } from './message-decision.ts';
import type { PreparedMessage } from './prepared-message.ts';
import { renderMessage } from './render-message.ts';

const partsOf = (count: number): string => (count === 1 ? '1 part' : `${count} parts`);

const describeLength = ({ encoding, units, parts }: SmsCount, maximumParts: number): string => {
  const { single, multipart } = findCapacity(encoding, '8-bit');
  const room = maximumParts === 1 ? single : multipart * maximumParts;
  const alphabet = encoding === 'GSM-7' ? 'GSM-7' : 'Unicode';
  const taken = `${units} ${alphabet} units, ${partsOf(parts.length)}`;
  return `The message is too long: ${taken}, where ${partsOf(maximumParts)} of ${room} units may be used`;
};

const describeSender = (sender: string): string =>
  sender.trim() === '' ? 'The sender is empty' : `“${sender}” cannot be a sender`;

const describeLongLink = (target: string): string =>
  `The link ${target.slice(0, 60)}… has ${target.length} characters, at most ${longestTarget} can be shortened`;

/** What a message says to a customer, or what is wrong with it. */
const decideContent = (
  prepared: PreparedMessage,
  customer: CustomerFacts,
  facts: MessageFacts,
): Omit<Enqueued, 'recipient'> | Refusal => {
  const { maximumParts } = prepared.node.settings;
  const { language, body, sender, links, identityToken } = renderMessage(prepared, customer, facts);
  const fail = (type: EnqueueFailedType, message: string): Refusal => ({
    status: 'enqueue_failed',
    type,
    message,
    language,
    ...(sender.ok && sender.text.trim() !== '' ? { sender: sender.text } : {}),
  });
  if (!body.ok) return fail('template_error', `The message cannot be rendered: ${body.message}`);
  if (!sender.ok) return fail('template_error', `The sender cannot be rendered: ${sender.message}`);
  if (body.text.trim() === '') return fail('empty_message', 'Nothing is left of the message after rendering');
  const count = countSms(body.text);
  const parts = count.parts.length;
  if (parts > maximumParts) return fail('message_too_long', describeLength(count, maximumParts));
  const long = links.find(({ target }) => target.length > longestTarget);
  if (long) return fail('link_shortener', describeLongLink(long.target));
  if (!checkSender(sender.text).ok) return fail('invalid_sender', describeSender(sender.text));

  const { text, encoding } = count;
  return { status: 'enqueued', sender: sender.text, text, language, encoding, parts, links, identityToken };
};

/**
 * Decides, in a fixed order, whether a message leaves for a customer and what it says: phone, consent, rendering,
 * emptiness, length, links, sender, frequency, expiry. The same function serves sending, forecast and preview.
 */
export const decideMessage = (
  prepared: PreparedMessage,
  customer: CustomerFacts,
  facts: MessageFacts,
): MessageDecision => {
  const contact = checkContact(prepared.node.settings.consentCategoryId, customer, facts.project);
  if (!contact.ok) return contact.refusal;
  const content = decideContent(prepared, customer, facts);
  if (content.status !== 'enqueued') return content;
  const untimely = checkTiming(prepared.node, customer, facts);
  if (untimely) return { status: 'suppressed', ...untimely, language: content.language };
  return { ...content, recipient: contact.recipient };
};

// Short links and tokens are of one message.
const isOfOneMessage = (content: ReturnType<typeof decideContent>): boolean =>
  content.status === 'enqueued' && (content.links.length > 0 || content.identityToken !== null);

/** A typed number as the gate sees it. */
export type TestPhone = Pick<CustomerFacts, 'phone' | 'isUnusable'>;

/**
 * Decides for a test: what the customer would read, to other phones than theirs, one decision per phone. Neither
 * consent nor frequency is asked about; everything else is as in `decideMessage`. Short links and tokens are of one message, so
 * that a message with any is rendered for each phone.
 */
export const decideTest = (
  prepared: PreparedMessage,
  { customer, phones }: { readonly customer: CustomerFacts; readonly phones: readonly TestPhone[] },
  facts: MessageFacts,
): MessageDecision[] => {
  const contacts = phones.map((phone) => checkContact(null, { ...customer, ...phone }, facts.project));
  let content: ReturnType<typeof decideContent> | undefined;
  return contacts.map((contact) => {
    if (!contact.ok) return contact.refusal;
    if (!content || isOfOneMessage(content)) content = decideContent(prepared, customer, facts);
    if (content.status !== 'enqueued') return content;
    const untimely = checkExpiry(prepared.node, facts);
    if (untimely) return { status: 'suppressed', ...untimely, language: content.language };
    return { ...content, recipient: contact.recipient };
  });
};
