import { z } from 'zod';
import { readIsoTime } from '../iso-time.ts';
import { cleanOperatorText } from '../operator-text.ts';
import type { CallbackReading, ReceiptStatus, ReceiptUpdate } from '../receipt.ts';
import { CM_DELIVERY_ERRORS, CM_EXPIRY_CODES, CM_NUMBER_CODES } from './delivery-errors.ts';
import { readCmIncoming } from './read-incoming.ts';
import { readReference } from './reference.ts';

const STATUSES: ReadonlyMap<string, ReceiptStatus> = new Map([
  // The operator of the phone has it.
  ['0', 'sent'],
  ['1', 'rejected'],
  ['2', 'delivered'],
  ['3', 'failed'],
]);

// All values are documented as text; numbers are seen elsewhere.
const text = z.union([z.string(), z.int()]).transform(String);
const detail = text.nullish().catch(null);

const reportSchema = z
  .object({
    reference: z.string(),
    received: detail,
    status: z.object({ code: text, errorCode: detail, errorDescription: detail }),
  })
  .transform(({ reference, received, status }) => ({ reference, received, ...status }));
type Report = z.infer<typeof reportSchema>;

const envelopeSchema = z.object({
  messages: z.object({ msg: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]) }),
});

// The names of a query or a form, which come in capitals too.
const formSchema = z
  .object({
    reference: z.string(),
    received: detail,
    statuscode: text.optional(),
    status: text.optional(),
    errorcode: detail,
    errordescription: detail,
  })
  .transform((form) => ({
    reference: form.reference,
    received: form.received,
    code: form.statuscode ?? form.status ?? '',
    errorCode: form.errorcode,
    errorDescription: form.errordescription,
  }));

/** Reads a status report in each of its forms, one message or several, and a text that came in. */
export function readCmCallback(body: unknown): CallbackReading {
  const envelope = envelopeSchema.safeParse(body);
  if (envelope.success) {
    const { msg } = envelope.data.messages;
    return readReports((Array.isArray(msg) ? msg : [msg]).map((one) => reportSchema.safeParse(one).data));
  }
  const incoming = readCmIncoming(body);
  if (incoming !== null) return { ok: true, updates: [], incoming };
  return readReports([formSchema.safeParse(withSmallNames(body)).data]);
}

function withSmallNames(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value]));
}

/** What can be read counts. A call in which nothing can be read is refused. */
function readReports(reports: readonly (Report | undefined)[]): CallbackReading {
  const read = reports.flatMap((report) => (report === undefined ? [] : [report]));
  if (read.length === 0) return { ok: false, reason: 'malformed' };
  const known = read.filter(({ code }) => STATUSES.has(code));
  if (known.length === 0) return { ok: false, reason: 'unsupported_status' };
  return { ok: true, updates: known.flatMap((report) => toUpdate(report) ?? []), incoming: [] };
}

/** Null for a message of somebody else: an account can be shared. */
function toUpdate(report: Report): ReceiptUpdate | null {
  const messageId = readReference(report.reference);
  const known = STATUSES.get(report.code);
  if (messageId === null || known === undefined) return null;
  const errorCode = /^[\w.-]{1,32}$/.exec(report.errorCode ?? '')?.[0] ?? null;
  const status = known === 'failed' && CM_EXPIRY_CODES.has(errorCode ?? '') ? 'expired' : known;
  return {
    messageId,
    status,
    code: errorCode ?? report.code,
    error: describeError(report, { status, errorCode }),
    at: readIsoTime(report.received ?? ''),
    parts: null,
    ...(saysNumberIsUnusable(status, errorCode) ? { isNumberUnusable: true } : {}),
  };
}

function saysNumberIsUnusable(status: ReceiptStatus, errorCode: string | null): boolean {
  return (status === 'failed' || status === 'rejected') && CM_NUMBER_CODES.has(errorCode ?? '');
}

function describeError(
  report: Report,
  { status, errorCode }: { readonly status: ReceiptStatus; readonly errorCode: string | null },
): string | null {
  if (status === 'sent' || status === 'delivered') return null;
  const known = CM_DELIVERY_ERRORS.get(errorCode ?? '');
  if (known !== undefined) return known;
  const said = cleanOperatorText(report.errorDescription ?? '', []);
  if (said !== '') return said;
  return errorCode === null
    ? `${status}, for a reason that CM does not give`
    : `${status}, code ${errorCode}`;
}
