import { renderTemplate, type CompileResult } from '@curlew/jinja';
import { checkSender, countSms, type Encoding } from '@curlew/sms';
import type { CustomerFacts, MessageFacts } from './facts.ts';
import type { PreparedMessage } from './prepared-message.ts';
import { createRenderContext } from './render-context.ts';

/** Why a message is not sent. */
export type RefusalType =
  | 'no_phone'
  | 'invalid_phone'
  | 'us_not_enabled'
  | 'invalid_contact'
  | 'consent'
  | 'template_error'
  | 'invalid_sender'
  | 'empty_message'
  | 'message_too_long';

/** What the gate lets through, or why it does not. `text` is exactly what is sent. */
export type MessageDecision =
  | {
      readonly status: 'enqueued';
      readonly recipient: string;
      readonly sender: string;
      readonly text: string;
      readonly language: string;
      readonly encoding: Encoding;
      readonly parts: number;
    }
  | {
      readonly status: 'suppressed' | 'enqueue_failed';
      readonly type: RefusalType;
      /** The reason in words, with what was found and what was allowed. */
      readonly message: string;
      readonly language: string | null;
    };

type Contact =
  | { readonly ok: true; readonly recipient: string }
  | { readonly ok: false; readonly refusal: MessageDecision };

const checkContact = (prepared: PreparedMessage, customer: CustomerFacts, facts: MessageFacts): Contact => {
  const suppress = (type: RefusalType, message: string): Contact => ({
    ok: false,
    refusal: { status: 'suppressed', type, message, language: null },
  });
  const { phone } = customer;
  if (phone.raw === null || phone.raw.trim() === '')
    return suppress('no_phone', 'The customer has no phone number');
  if (phone.e164 === null) return suppress('invalid_phone', `“${phone.raw}” is not a phone number`);
  if (phone.isUs && !facts.project.isUsEnabled) {
    return suppress('us_not_enabled', 'The number is in the US, and sending there is not switched on');
  }
  if (customer.isUnusable) return suppress('invalid_contact', 'The number is marked as unreachable');
  const category = prepared.node.settings.consentCategoryId;
  const needsConsent = category !== null && !facts.project.generalCategories.has(category);
  if (needsConsent && !customer.grantedConsents.has(category)) {
    return suppress('consent', 'The customer has not given this consent, or has taken it back');
  }
  return { ok: true, recipient: phone.e164 };
};

const render = (
  compiled: CompileResult,
  context: Readonly<Record<string, unknown>>,
): { ok: true; text: string } | { ok: false; message: string } => {
  if (!compiled.ok) return { ok: false, message: compiled.errors[0]?.message ?? 'the template is broken' };
  const rendered = renderTemplate(compiled.template, context);
  if (rendered.ok) return rendered;
  const { message, line, column } = rendered.error;
  return { ok: false, message: `line ${line}, column ${column}: ${message}` };
};

/**
 * Decides, in a fixed order, whether a message leaves for a customer and what it says: contact, consent, rendering,
 * length. The same function serves sending, forecast and preview.
 */
export const decideMessage = (
  prepared: PreparedMessage,
  customer: CustomerFacts,
  facts: MessageFacts,
): MessageDecision => {
  const contact = checkContact(prepared, customer, facts);
  if (!contact.ok) return contact.refusal;
  const { node } = prepared;
  const version = prepared.versionFor(customer.attributes['language']);
  const fail = (type: RefusalType, message: string): MessageDecision => ({
    status: 'enqueue_failed',
    type,
    message,
    language: version.language,
  });
  const context = createRenderContext(node, customer, facts);
  const body = render(version.message, context);
  if (!body.ok) return fail('template_error', `The message cannot be rendered: ${body.message}`);
  const sender = render(prepared.sender, context);
  if (!sender.ok) return fail('template_error', `The sender cannot be rendered: ${sender.message}`);
  if (!checkSender(sender.text.trim()).ok)
    return fail('invalid_sender', `“${sender.text}” cannot be a sender`);
  if (body.text.trim() === '') return fail('empty_message', 'Nothing is left of the message after rendering');
  const count = countSms(body.text);
  const parts = count.parts.length;
  const { maximumParts } = node.settings;
  if (parts > maximumParts || count.overLimit) {
    const allowed = maximumParts === 1 ? 'one part is' : `${maximumParts} parts are`;
    return fail(
      'message_too_long',
      `${count.units} ${count.encoding} units take ${parts} parts, ${allowed} allowed`,
    );
  }
  return {
    status: 'enqueued',
    recipient: contact.recipient,
    sender: sender.text.trim(),
    text: count.text,
    language: version.language,
    encoding: count.encoding,
    parts,
  };
};
