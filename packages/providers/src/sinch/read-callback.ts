import { z } from 'zod';
import { readIncoming } from '../incoming.ts';
import { operatorIdSchema } from '../operator-id.ts';
import { cleanOperatorText } from '../operator-text.ts';
import { readMsisdn } from '../phone-forms.ts';
import type { CallbackReading, ReceiptStatus, ReceiptUpdate } from '../receipt.ts';
import { readUtcTime } from '../utc-time.ts';
import { SINCH_ACCOUNT_CODE, SINCH_DELIVERY_ERRORS } from './delivery-codes.ts';

const REPORT_TYPE = 'recipient_delivery_report_sms';
const INCOMING_TYPE = 'mo_text';

const STATUSES: ReadonlyMap<string, ReceiptStatus> = new Map([
  ['Queued', 'queued'],
  ['Dispatched', 'sent'],
  ['Delivered', 'delivered'],
  ['Failed', 'failed'],
  ['Deleted', 'failed'],
  ['Aborted', 'failed'],
  ['Rejected', 'rejected'],
  ['Expired', 'expired'],
  ['Cancelled', 'cancelled'],
  // Final, and all that will ever be known: it left, and no network said what became of it.
  ['Unknown', 'sent'],
]);

const typeSchema = z.object({ type: z.string() });

// Members that only add detail are dropped when they make no sense; those that say which message and what, refuse.
const reportSchema = z.object({
  batch_id: operatorIdSchema,
  recipient: z.string().transform(readMsisdn).pipe(z.string()),
  // Documented as a number, seen as text.
  code: z.union([z.int().nonnegative(), z.string().regex(/^[\w.-]{1,32}$/)]).transform(String),
  status: z.string(),
  at: z.string().transform(readUtcTime).nullable().catch(null),
  client_reference: operatorIdSchema.nullable().catch(null),
  number_of_message_parts: z.int().min(1).max(255).nullable().catch(null),
  status_message: z.string().nullable().catch(null),
});
type Report = z.infer<typeof reportSchema>;

const time = z.string().transform(readUtcTime).nullable().catch(null);
const incomingSchema = z.object({
  id: operatorIdSchema.nullable().catch(null),
  from: z.string(),
  to: z.string(),
  body: z.string(),
  sent_at: time,
  received_at: time,
  client_reference: operatorIdSchema.nullable().catch(null),
});

/** Reads a delivery report for one recipient, the kind that `send` asks for, and a text that came in. */
export function readSinchCallback(body: unknown): CallbackReading {
  const typed = typeSchema.safeParse(body);
  if (!typed.success) return { ok: false, reason: 'malformed' };
  if (typed.data.type === INCOMING_TYPE) return readText(body);
  if (typed.data.type !== REPORT_TYPE) return { ok: false, reason: 'unsupported_type' };
  const report = reportSchema.safeParse(body);
  if (!report.success) return { ok: false, reason: 'malformed' };
  const status = STATUSES.get(report.data.status);
  if (status === undefined) return { ok: false, reason: 'unsupported_status' };
  return { ok: true, updates: [toUpdate(report.data, status)], incoming: [] };
}

function readText(body: unknown): CallbackReading {
  const text = incomingSchema.safeParse(body);
  if (!text.success) return { ok: false, reason: 'malformed' };
  const { id, from, to, received_at: receivedAt, sent_at: sentAt, client_reference: reference } = text.data;
  // By their clock, not by that of a phone.
  const at = receivedAt ?? sentAt;
  return {
    ok: true,
    updates: [],
    incoming: readIncoming({ id, from, to, text: text.data.body, at, reference }),
  };
}

function toUpdate(report: Report, status: ReceiptStatus): ReceiptUpdate {
  return {
    messageId: null,
    providerBatchId: report.batch_id,
    reference: report.client_reference,
    recipient: report.recipient,
    status,
    code: report.code,
    error: describeError(report, status),
    at: report.at,
    parts: report.number_of_message_parts,
    ...(report.code === SINCH_ACCOUNT_CODE && (status === 'failed' || status === 'rejected')
      ? { stopsQueue: true }
      : {}),
  };
}

function describeError(report: Report, status: ReceiptStatus): string | null {
  if (report.status === 'Unknown') return 'no network said what became of it';
  if (status === 'queued' || status === 'sent' || status === 'delivered') return null;
  const said = cleanOperatorText(report.status_message ?? '', []);
  return SINCH_DELIVERY_ERRORS.get(report.code) ?? (said || `${report.status}, code ${report.code}`);
}
