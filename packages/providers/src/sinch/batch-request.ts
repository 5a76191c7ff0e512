import { toMsisdn } from '../phone-forms.ts';
import type { OutboundMessage } from '../provider.ts';
import { expireAtOf } from './expiry.ts';
import { cutText, parameterKey, placeholders } from './parameters.ts';

interface RequestContext {
  readonly reference: string;
  readonly callbackUrl: string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

type Parameters = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The body of `POST /batches`, as far as Curlew uses it (Sinch SMS API reference, "Send"). */
export interface SinchBatchRequest {
  readonly type: 'mt_text';
  readonly from: string;
  readonly to: readonly string[];
  readonly body: string;
  /** By parameter key, then by number without `+`. */
  readonly parameters?: Parameters;
  readonly client_reference: string;
  readonly delivery_report: 'per_recipient' | 'none';
  readonly callback_url?: string;
  readonly expire_at?: string;
  /** Sinch sends nothing to a recipient whose text needs more: what was counted is what may be billed. */
  readonly max_number_of_message_parts: number;
}

/** Writes a checked batch as Sinch wants it; `to` is in the order of the messages. */
export function writeBatchRequest(
  messages: readonly OutboundMessage[],
  { reference, callbackUrl, now }: RequestContext,
): SinchBatchRequest {
  return {
    type: 'mt_text',
    from: messages[0]?.sender ?? '',
    to: messages.map(({ recipient }) => recipient),
    ...writeTexts(messages),
    client_reference: reference,
    ...expireAtOf(messages, now),
    ...(callbackUrl === null
      ? { delivery_report: 'none' }
      : { delivery_report: 'per_recipient', callback_url: callbackUrl }),
    max_number_of_message_parts: Math.max(1, ...messages.map(({ parts }) => parts)),
  };
}

function writeTexts(messages: readonly OutboundMessage[]): Pick<SinchBatchRequest, 'body' | 'parameters'> {
  const first = messages[0]?.text ?? '';
  // In a body `${` begins a placeholder; in a parameter value it is plain text, since values are not read again.
  if (!first.includes('${') && messages.every(({ text }) => text === first)) return { body: first };
  const count = cutText(first).length;
  const byKey: Record<string, Record<string, string>> = {};
  for (const message of messages) {
    const values = cutText(message.text);
    if (values.length !== count) {
      throw new Error(`Message ${message.id} needs ${values.length} parameters, its batch has ${count}.`);
    }
    for (const [index, value] of values.entries()) {
      (byKey[parameterKey(index)] ??= {})[toMsisdn(message.recipient)] = value;
    }
  }
  return { body: placeholders(count), parameters: byKey };
}
