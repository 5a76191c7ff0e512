import { z } from 'zod';
import { cleanOperatorText } from '../operator-text.ts';
import { readMsisdn } from '../phone-forms.ts';
import type { CallbackReading, ReceiptStatus, ReceiptUpdate } from '../receipt.ts';
import { SINCH_DELIVERY_ERRORS } from './delivery-codes.ts';
import { readSinchTime } from './sinch-time.ts';
import { operatorIdSchema } from '../operator-id.ts';

const REPORT_TYPE = 'recipient_delivery_report_sms';

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
  at: z.string().transform(readSinchTime).nullable().catch(null),
  client_reference: operatorIdSchema.nullable().catch(null),
  number_of_message_parts: z.int().min(1).max(255).nullable().catch(null),
  status_message: z.string().nullable().catch(null),
});
type Report = z.infer<typeof reportSchema>;

/** Reads a delivery report for one recipient, the kind that `send` asks for. */
export function readSinchCallback(body: unknown): CallbackReading {
  const typed = typeSchema.safeParse(body);
  if (!typed.success) return { ok: false, reason: 'malformed' };
  if (typed.data.type !== REPORT_TYPE) return { ok: false, reason: 'unsupported_type' };
  const report = reportSchema.safeParse(body);
  if (!report.success) return { ok: false, reason: 'malformed' };
  const status = STATUSES.get(report.data.status);
  if (status === undefined) return { ok: false, reason: 'unsupported_status' };
  return { ok: true, updates: [toUpdate(report.data, status)] };
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
  };
}

function describeError(report: Report, status: ReceiptStatus): string | null {
  if (report.status === 'Unknown') return 'no network said what became of it';
  if (status === 'queued' || status === 'sent' || status === 'delivered') return null;
  const said = cleanOperatorText(report.status_message ?? '', []);
  return SINCH_DELIVERY_ERRORS.get(report.code) ?? (said || `${report.status}, code ${report.code}`);
}
