import type { Batch } from '../message.ts';
import type { LaneSettings } from './lane-settings.ts';

/** What came of an attempt: a status, or null for silence and broken connections. */
type Result = number | null;

interface RetryPolicy {
  /** Whether a callback that was answered like this goes out again. */
  readonly isRetried: (result: Result) => boolean;
  /** Milliseconds from the first failure to the attempt after the n-th failure, n from 1; null ends it. */
  readonly waitAfter: (failures: number, settings: LaneSettings) => number | null;
}

/** How each wire format repeats a callback. */
export const retryPolicies: Readonly<Record<Batch['wire'], RetryPolicy>> = {
  xms: {
    isRetried: (result) => result === null || result >= 500 || result === 429,
    waitAfter: (failures, { retry }) => (failures > retry.times ? null : retry.firstMs * 2 ** (failures - 1)),
  },
  cm: {
    isRetried: (result) => result === null || result < 200 || result >= 300,
    waitAfter(failures, { cmRetry }) {
      const wait = failures * cmRetry.everyMs;
      return wait > cmRetry.forMs ? null : wait;
    },
  },
};
