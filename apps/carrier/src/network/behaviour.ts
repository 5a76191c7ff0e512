import { z } from 'zod';

const day = 24 * 60 * 60 * 1000;
const milliseconds = z.number().min(0).max(day);
const share = z.number().min(0).max(1).default(0);

function delay(ms: number, jitter: number) {
  return z.strictObject({ ms: milliseconds.default(ms), jitter: milliseconds.default(jitter) }).prefault({});
}

const failureCode = z.strictObject({
  code: z.int().min(1).max(399),
  status: z.enum(['Failed', 'Rejected', 'Deleted', 'Expired', 'Unknown']).default('Failed'),
  weight: z.number().positive().default(1),
});

// GSM MAP errors (TS 29.002): absent subscriber, unknown subscriber, subscriber busy, system failure.
const believableFailures = [
  { code: 27, weight: 6 },
  { code: 1, weight: 2 },
  { code: 31, weight: 1 },
  { code: 34, weight: 1 },
];

const faults = z
  .strictObject({
    status429: share,
    status500: share,
    status503: share,
    dropBefore: share,
    dropAfter: share,
    truncated: share,
    slow: z.strictObject({ share, ms: milliseconds.default(5000) }).prefault({}),
  })
  .refine(
    (of) => of.status429 + of.status500 + of.status503 + of.dropBefore + of.dropAfter + of.truncated <= 1,
    'the shares of status429, status500, status503, dropBefore, dropAfter and truncated add up to more than 1',
  )
  .prefault({});

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
    })
    .prefault({}),
  throughput: z
    .strictObject({ messagesPerSecond: z.number().positive().nullable().default(null) })
    .prefault({}),
  faults,
  reports: z
    .strictObject({
      duplicates: share,
      late: z.strictObject({ share, ms: milliseconds.default(10_000) }).prefault({}),
      concurrency: z.int().min(1).max(256).default(32),
      timeoutMs: milliseconds.min(1).default(10_000),
      /** The n-th retry comes `firstMs` times 2^(n-1) after the first failure. */
      retry: z
        .strictObject({ firstMs: milliseconds.default(5000), times: z.int().min(0).max(15).default(15) })
        .prefault({}),
    })
    .prefault({}),
  limits: z.strictObject({ parameterLength: z.int().min(1).max(2000).default(160) }).prefault({}),
});

export type Behaviour = z.infer<typeof behaviourSchema>;

export const defaultBehaviour: Behaviour = behaviourSchema.parse({});
