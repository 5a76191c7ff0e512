import { z } from 'zod';
import { cmOrderSchema } from '../cm/cm-order.ts';
import { hiddenReasons, statuses } from '../message.ts';
import type { Batch, HiddenReason, Message } from '../message.ts';

const time = z.iso.datetime();

// The request was held against the wire's limits when it was accepted; limits may have changed since, its shape has not.
const requestSchema = z.object({
  to: z.array(z.string()),
  from: z.string().optional(),
  body: z.string(),
  type: z.literal('mt_text'),
  parameters: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  delivery_report: z.enum(['none', 'summary', 'full', 'per_recipient', 'per_recipient_final']),
  send_at: time,
  expire_at: time,
  callback_url: z.string().optional(),
  client_reference: z.string().optional(),
  feedback_enabled: z.boolean(),
  flash_message: z.boolean(),
  truncate_concat: z.boolean().optional(),
  max_number_of_message_parts: z.number().optional(),
  from_ton: z.number().optional(),
  from_npi: z.number().optional(),
});

export const ledgerLineSchema = z.discriminatedUnion('line', [
  z.object({
    line: z.literal('batch'),
    id: z.string(),
    at: time,
    request: requestSchema,
    hiddenBy: z.enum(hiddenReasons).optional(),
  }),
  z.object({
    line: z.literal('cm'),
    id: z.string(),
    at: time,
    request: cmOrderSchema,
    hiddenBy: z.enum(hiddenReasons).optional(),
  }),
  z.object({ line: z.literal('hidden'), batch: z.string(), by: z.enum(hiddenReasons) }),
  z.object({
    line: z.literal('status'),
    batch: z.string(),
    to: z.string(),
    status: z.enum(statuses),
    code: z.number(),
    at: time,
  }),
  z.object({ line: z.literal('reported'), batch: z.string(), to: z.string() }),
]);

export type LedgerLine = z.infer<typeof ledgerLineSchema>;

export function acceptedLine(batch: Batch): LedgerLine {
  const { id, hiddenBy } = batch;
  const common = { id, at: new Date(batch.createdAt).toISOString(), ...(hiddenBy !== null && { hiddenBy }) };
  return batch.wire === 'xms'
    ? { line: 'batch', ...common, request: batch.request }
    : { line: 'cm', ...common, request: batch.request };
}

/** The sender had hung up before a batch that is on file already could be answered. */
export function hiddenLine(batch: Batch, by: HiddenReason): LedgerLine {
  return { line: 'hidden', batch: batch.id, by };
}

/** Only final statuses are written; the rest of a message's way is walked again after a restart. */
export function statusLine(message: Message): LedgerLine {
  return {
    line: 'status',
    batch: message.batch.id,
    to: message.recipient,
    status: message.status,
    code: message.code,
    at: new Date(message.at).toISOString(),
  };
}

/** The callback for a final status has come to its end and is not repeated after a restart. */
export function reportedLine(message: Message): LedgerLine {
  return { line: 'reported', batch: message.batch.id, to: message.recipient };
}
