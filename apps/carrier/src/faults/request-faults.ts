import { z } from 'zod';
import { count, milliseconds, share } from '../network/units.ts';

/** What strikes before anything is accepted. */
const before = ['status429', 'status500', 'status503', 'dropBefore', 'timeoutBefore'] as const;

/** What accepts a request and hides it from whoever sent it. */
const after = ['dropAfter', 'timeoutAfter', 'truncated'] as const;

export type FaultBefore = (typeof before)[number];
export type FaultAfter = (typeof after)[number];

/** The faults of which at most one strikes a request, in the order in which shares are drawn. */
export const exclusiveFaults = [...before, ...after] as const;

const waitSeconds = z.int().min(0).max(86_400);

export const countedFaultSchema = z.strictObject({
  /** `none` lets requests pass untouched, to place a fault further on. */
  fault: z.enum([...exclusiveFaults, 'slow', 'none']),
  requests: count,
  /** Overrides the behaviour's own. */
  retryAfterSeconds: waitSeconds.nullable().optional(),
});

export type CountedFault = z.infer<typeof countedFaultSchema>;

export const requestFaultsSchema = z
  .strictObject({
    status429: share,
    status500: share,
    status503: share,
    dropBefore: share,
    timeoutBefore: share,
    dropAfter: share,
    timeoutAfter: share,
    truncated: share,
    slow: z.strictObject({ share, ms: milliseconds.default(5000) }).prefault({}),
    /** Sent as `Retry-After` with 429 and 503; null sends none. */
    retryAfterSeconds: waitSeconds.nullable().default(null),
    /** How long a request that times out is held before its connection is closed. */
    holdMs: milliseconds.default(120_000),
    /** Strikes the next requests one after another, before any share is drawn. */
    next: z.array(countedFaultSchema).max(1000).default([]),
  })
  .refine(
    (of) => exclusiveFaults.reduce((sum, fault) => sum + of[fault], 0) <= 1,
    `the shares of ${exclusiveFaults.slice(0, -1).join(', ')} and ${exclusiveFaults.at(-1)} add up to more than 1`,
  )
  .prefault({});
