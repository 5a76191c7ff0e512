import { z } from 'zod';
import { readIncoming } from '../incoming.ts';
import { readIsoTime } from '../iso-time.ts';
import { operatorIdSchema } from '../operator-id.ts';
import { cleanOperatorText } from '../operator-text.ts';
import type { CallbackReading, ReceiptStatus, ReceiptUpdate } from '../receipt.ts';

const STATUSES: ReadonlyMap<string, ReceiptStatus> = new Map([
  ['queued', 'queued'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['failed', 'failed'],
  ['rejected', 'rejected'],
  ['expired', 'expired'],
  ['cancelled', 'cancelled'],
  // Final, and all that will ever be known: it left, and nobody says what became of it.
  ['unknown', 'sent'],
]);

const typeSchema = z.object({ type: z.string() });

const statusSchema = z.object({
  data: z.object({
    id: z.uuid().transform((id) => id.toLowerCase()),
    status: z.string(),
    at: z.string().transform(readIsoTime).nullable().catch(null),
    errorCode: z
      .union([z.string().regex(/^[\w.-]{1,32}$/), z.int().nonnegative()])
      .transform(String)
      .nullable()
      .catch(null),
    errorText: z.string().nullable().catch(null),
    parts: z.int().min(1).max(255).nullable().catch(null),
    isNumberUnusable: z.boolean().nullish().catch(null),
  }),
});
type Report = z.infer<typeof statusSchema>['data'];

const receivedSchema = z.object({
  data: z.object({
    id: operatorIdSchema,
    from: z.string(),
    to: z.string(),
    text: z.string(),
    at: z.string().transform(readIsoTime).nullable().catch(null),
    reference: operatorIdSchema.nullable().catch(null),
  }),
});

/** Reads `sms.status` and `sms.received`. */
export function readWebhookCallback(body: unknown): CallbackReading {
  const typed = typeSchema.safeParse(body);
  if (!typed.success) return { ok: false, reason: 'malformed' };
  if (typed.data.type === 'sms.received') {
    const received = receivedSchema.safeParse(body);
    return received.success
      ? { ok: true, updates: [], incoming: readIncoming(received.data.data) }
      : { ok: false, reason: 'malformed' };
  }
  if (typed.data.type !== 'sms.status') return { ok: false, reason: 'unsupported_type' };
  const report = statusSchema.safeParse(body);
  if (!report.success) return { ok: false, reason: 'malformed' };
  const { data } = report.data;
  const status = STATUSES.get(data.status);
  if (status === undefined) return { ok: false, reason: 'unsupported_status' };
  return { ok: true, updates: [toUpdate(data, status)], incoming: [] };
}

function toUpdate(report: Report, status: ReceiptStatus): ReceiptUpdate {
  return {
    messageId: report.id,
    status,
    code: report.errorCode ?? report.status,
    error: describeError(report, status),
    at: report.at,
    parts: report.parts,
    ...(report.isNumberUnusable === true && (status === 'failed' || status === 'rejected')
      ? { isNumberUnusable: true }
      : {}),
  };
}

function describeError(report: Report, status: ReceiptStatus): string | null {
  if (report.status === 'unknown') return 'nobody said what became of it';
  if (status === 'queued' || status === 'sent' || status === 'delivered') return null;
  const said = cleanOperatorText(report.errorText ?? '', []);
  if (said !== '') return said;
  return report.errorCode === null
    ? `${status}, for a reason that was not given`
    : `${status}, code ${report.errorCode}`;
}
