import { isFinal } from '../message.ts';
import type { Message, XmsBatch } from '../message.ts';

/** A `recipient_delivery_report_sms`, the same in a callback and in an answer. */
export function recipientReport(message: Message, batch: XmsBatch): Readonly<Record<string, unknown>> {
  const at = new Date(message.at).toISOString();
  const { client_reference, max_number_of_message_parts } = batch.request;
  return {
    type: 'recipient_delivery_report_sms',
    batch_id: batch.id,
    recipient: message.recipient,
    code: message.code,
    status: message.status,
    at,
    ...(isFinal(message.status) && message.status !== 'Aborted' && { operator_status_at: at }),
    ...(client_reference !== undefined && { client_reference }),
    ...(max_number_of_message_parts !== undefined && { number_of_message_parts: message.parts }),
  };
}

/** A `delivery_report_sms`: messages counted by status and code, with their recipients when `full`. */
export function batchReport(
  batch: XmsBatch,
  want: { readonly type: 'summary' | 'full'; readonly keep?: (message: Message) => boolean },
): Readonly<Record<string, unknown>> {
  const groups = new Map<string, Message[]>();
  for (const message of batch.messages) {
    if (want.keep?.(message) === false) continue;
    const key = `${message.code} ${message.status}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(message);
  }
  const statuses = [...groups.values()].map((group) => ({
    code: group[0]?.code,
    status: group[0]?.status,
    count: group.length,
    ...(want.type === 'full' && { recipients: group.map(({ recipient }) => recipient) }),
  }));
  const { client_reference } = batch.request;
  return {
    type: 'delivery_report_sms',
    batch_id: batch.id,
    ...(client_reference !== undefined && { client_reference }),
    total_message_count: batch.messages.length,
    statuses,
  };
}
