import { z } from 'zod';
import { requestFaultsSchema } from '../faults/request-faults.ts';
import { countedReportFaultSchema } from '../reports/report-faults-schema.ts';
import { milliseconds, share } from './units.ts';

const sevenDays = 7 * 24 * 60 * 60 * 1000;

function delay(ms: number, jitter: number) {
  return z.strictObject({ ms: milliseconds.default(ms), jitter: milliseconds.default(jitter) }).prefault({});
}

const failureCode = z.strictObject({
  code: z.int().min(1).max(399),
  status: z.enum(['Failed', 'Rejected', 'Deleted', 'Expired', 'Unknown']).default('Failed'),
  weight: z.number().positive().default(1),
});

const cmFailureCode = failureCode.extend({ code: z.int().min(1).max(999) });

// GSM MAP errors (TS 29.002): absent subscriber, unknown subscriber, subscriber busy, system failure.
const believableFailures = [
  { code: 27, weight: 6 },
  { code: 1, weight: 2 },
  { code: 31, weight: 1 },
  { code: 34, weight: 1 },
];

// CM's standard error codes: subscriber absent, number invalid, handset condition, network condition.
const believableCmFailures = [
  { code: 24, weight: 6 },
  { code: 23, weight: 2 },
  { code: 26, weight: 1 },
  { code: 25, weight: 1 },
];

/** How the network behaves. Anything left out has its default; anything unknown is refused. */
export const behaviourSchema = z.strictObject({
  seed: z.int().default(1),
  /** Each delay is `ms`, give or take up to `jitter`. `dispatch` counts from acceptance, `deliver` from dispatch. */
  delay: z
    .strictObject({ accept: delay(5, 0), dispatch: delay(300, 100), deliver: delay(2200, 1400) })
    .prefault({}),
  failure: z
    .strictObject({
      share: share.default(0.03),
      codes: z.array(failureCode).min(1).prefault(believableFailures),
      /** The same for messages that came by CM's format, which has codes of its own. */
      cmCodes: z.array(cmFailureCode).min(1).prefault(believableCmFailures),
    })
    .prefault({}),
  throughput: z
    .strictObject({ messagesPerSecond: z.number().positive().nullable().default(null) })
    .prefault({}),
  faults: requestFaultsSchema,
  reports: z
    .strictObject({
      duplicates: share,
      /** Reports before the final one arrive after it. */
      outOfOrder: share,
      never: share,
      late: z.strictObject({ share, ms: milliseconds.default(10_000) }).prefault({}),
      concurrency: z.int().min(1).max(256).default(32),
      timeoutMs: milliseconds.min(1).default(10_000),
      /** The n-th retry comes `firstMs` times 2^(n-1) after the first failure. */
      retry: z
        .strictObject({ firstMs: milliseconds.default(5000), times: z.int().min(0).max(15).default(15) })
        .prefault({}),
      /** CM tries again at a steady pace. */
      cmRetry: z
        .strictObject({
          everyMs: milliseconds.min(1).default(300_000),
          forMs: z.number().min(0).max(sevenDays).default(sevenDays),
        })
        .prefault({}),
      /** Strikes the next messages with something to report, before any share is drawn. */
      next: z.array(countedReportFaultSchema).max(1000).default([]),
    })
    .prefault({}),
  cm: z
    .strictObject({
      /** A share of otherwise good messages is rejected one by one. */
      rejected: share,
      rejectionCode: z.literal([401, 402, 403, 500, 999]).default(403),
      /** Every request is refused as a whole. */
      refusalCode: z.literal([102, 103, 500, 999]).nullable().default(null),
    })
    .prefault({}),
  limits: z.strictObject({ parameterLength: z.int().min(1).max(2000).default(160) }).prefault({}),
});

export type Behaviour = z.infer<typeof behaviourSchema>;

export const defaultBehaviour: Behaviour = behaviourSchema.parse({});
