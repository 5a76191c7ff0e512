import type { RefusedMessage, SendOutcome } from '@curlew/providers';
import type { BatchStatus } from './batch-store.ts';

/** What is to be told of a message at once. */
export interface Verdict {
  readonly status: 'sent' | 'rejected';
  readonly statusCode: string | null;
  readonly error: string | null;
  /** The operator says that its number is no use for any message. */
  readonly isNumberUnusable?: true;
}

/** What an answer of the operator means for a batch and for each of its messages. */
export interface Judgement {
  readonly batchStatus: BatchStatus;
  readonly providerId: string | null;
  /** Null: nothing was sent, the message waits again. */
  readonly judge: (messageId: string) => Verdict | null;
  /** When the messages that wait again are due. */
  readonly retryAfterMs: number;
}

type KnownOutcome = Exclude<SendOutcome, { kind: 'unknown' }>;

const shortestRetryMs = 1_000;
const longestRetryMs = 5 * 60_000;
// As nobody asks for a longer pause who means it.
const longestAskedMs = 3_600_000;
const firstRetryMs = 5_000;
// The account is at fault, and a person has to mend it first.
const stoppedRetryMs = 60_000;

/** Milliseconds until the next try: what the operator asks for, an hour at most; else twice as long each time, five minutes at most, as people are told. */
export const retryDelay = (
  { afterMs, stopsQueue }: { afterMs: number | null; stopsQueue: boolean },
  attempt: number,
): number => {
  const first = stopsQueue ? stoppedRetryMs : firstRetryMs;
  if (afterMs !== null) return Math.min(Math.max(afterMs, shortestRetryMs), longestAskedMs);
  return Math.min(first * 2 ** Math.min(attempt, 16), longestRetryMs);
};

const sent: Verdict = { status: 'sent', statusCode: null, error: null };

const rejected = ({ code, error, isNumberUnusable }: Omit<RefusedMessage, 'messageId'>): Verdict => ({
  status: 'rejected',
  statusCode: code,
  error,
  ...(isNumberUnusable ? { isNumberUnusable } : {}),
});

/** `attempt`: how often the messages were put off before. */
export const judgeOutcome = (outcome: KnownOutcome, attempt: number): Judgement => {
  switch (outcome.kind) {
    case 'accepted': {
      const refused = new Map(outcome.refused.map((entry) => [entry.messageId, entry]));
      const { messageIds = [], stopsQueue = false } = outcome.again ?? {};
      const again = new Set(messageIds);
      return {
        batchStatus: 'accepted',
        providerId: outcome.providerBatchId,
        retryAfterMs: again.size === 0 ? 0 : retryDelay({ afterMs: null, stopsQueue }, attempt),
        judge: (messageId) => {
          if (again.has(messageId)) return null;
          const refusal = refused.get(messageId);
          return refusal ? rejected(refusal) : sent;
        },
      };
    }
    case 'refused': {
      const named = outcome.messageIds === 'all' ? null : new Set(outcome.messageIds);
      const reasonOf = new Map((outcome.each ?? []).map((entry) => [entry.messageId, entry]));
      return {
        batchStatus: 'refused',
        providerId: null,
        retryAfterMs: 0,
        judge: (messageId) => {
          if (named && !named.has(messageId)) return null;
          const { code, error } = outcome;
          return rejected(reasonOf.get(messageId) ?? { code, error });
        },
      };
    }
    case 'retry':
      return {
        batchStatus: 'refused',
        providerId: null,
        retryAfterMs: retryDelay(outcome, attempt),
        judge: () => null,
      };
  }
};
