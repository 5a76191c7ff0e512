import { z } from 'zod';
import { isGroupId, toMsisdn } from './phone-number.ts';
import { toSender } from './sender.ts';

const threeDays = 3 * 24 * 60 * 60 * 1000;
const isoDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?$/;

const recipient = z.string().transform((raw, context) => {
  const number = isGroupId(raw) ? raw : toMsisdn(raw);
  if (number !== null) return number;
  context.addIssue({ code: 'custom', message: 'not a phone number in international form' });
  return z.NEVER;
});

const sender = z.string().transform((raw, context) => {
  const from = toSender(raw);
  if (from !== null) return from;
  context.addIssue({ code: 'custom', message: 'neither a number, a short code nor up to 11 GSM characters' });
  return z.NEVER;
});

const moment = z.string().transform((raw, context) => {
  // A time without an offset is UTC, where JavaScript would take the machine's own zone.
  const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(raw) ? raw : `${raw}Z`;
  const time = isoDate.test(raw) ? Date.parse(zoned) : Number.NaN;
  if (!Number.isNaN(time)) return new Date(time).toISOString();
  context.addIssue({ code: 'custom', message: 'not an ISO 8601 time' });
  return z.NEVER;
});

const callbackUrl = z
  .string()
  .max(2048)
  .refine((raw) => /^https?:$/.test(URL.parse(raw)?.protocol ?? ''), 'not an http or https URL');

const parameterKey = z
  .string()
  .max(16)
  .regex(/^[A-Za-z0-9._-]+$/, 'has characters other than letters, digits, dot, dash and underscore');

function buildSchema(parameterLength: number) {
  return z.object({
    to: z.array(recipient).min(1).max(1000),
    from: sender.optional(),
    body: z.string().max(2000),
    type: z.literal('mt_text', 'this carrier carries mt_text only').default('mt_text'),
    parameters: z.record(parameterKey, z.record(z.string(), z.string().max(parameterLength))).optional(),
    delivery_report: z
      .enum(['none', 'summary', 'full', 'per_recipient', 'per_recipient_final'])
      .default('none'),
    send_at: moment.optional(),
    expire_at: moment.optional(),
    callback_url: callbackUrl.optional(),
    client_reference: z.string().max(2048).optional(),
    feedback_enabled: z.boolean().default(false),
    flash_message: z.boolean().default(false),
    truncate_concat: z.boolean().optional(),
    max_number_of_message_parts: z.int().min(1).optional(),
    from_ton: z.int().min(0).max(6).optional(),
    from_npi: z.int().min(0).max(18).optional(),
  });
}

type WireRequest = z.infer<ReturnType<typeof buildSchema>>;

/** A request as accepted: numbers bare, times in UTC, defaults filled in, unknown members gone. */
export type BatchRequest = Omit<WireRequest, 'send_at' | 'expire_at'> & {
  readonly send_at: string;
  readonly expire_at: string;
};

const schemas = new Map<number, ReturnType<typeof buildSchema>>();

function schemaFor(parameterLength: number): ReturnType<typeof buildSchema> {
  const schema = schemas.get(parameterLength) ?? buildSchema(parameterLength);
  schemas.set(parameterLength, schema);
  return schema;
}

export type ParsedRequest =
  | { readonly ok: true; readonly request: BatchRequest }
  | { readonly ok: false; readonly issue: z.core.$ZodIssue };

/** Holds a `POST /batches` body against the documented limits; the first thing wrong is the one reported. */
export function parseBatchRequest(
  body: unknown,
  limits: { readonly parameterLength: number; readonly now: number },
): ParsedRequest {
  const parsed = schemaFor(limits.parameterLength).safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    if (issue === undefined) throw new Error('zod refused a batch without saying why');
    return { ok: false, issue };
  }
  const wire = parsed.data;
  const sendAt = wire.send_at ?? new Date(limits.now).toISOString();
  const latest = Date.parse(sendAt) + threeDays;
  const expireAt = wire.expire_at ?? new Date(latest).toISOString();
  if (Date.parse(expireAt) > latest || expireAt <= sendAt) {
    const message = 'must lie after send_at and at most three days after it';
    return {
      ok: false,
      issue: {
        code: 'too_big',
        maximum: latest,
        origin: 'date',
        path: ['expire_at'],
        message,
        input: expireAt,
      },
    };
  }
  // One message per phone and batch: there is no other key than (batch, recipient) to report it by.
  return { ok: true, request: { ...wire, to: [...new Set(wire.to)], send_at: sendAt, expire_at: expireAt } };
}
