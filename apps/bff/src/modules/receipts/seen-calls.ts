import { createHash } from 'node:crypto';

// A signed time may be five minutes off, either way.
const keptMs = 10 * 60_000;
const mostKept = 100_000;

interface Call {
  readonly integrationId: string;
  /** Null where the operator signs nothing: then nothing tells a call that is repeated from one that is played back. */
  readonly replayKey: string | null;
  readonly rawBody: Uint8Array;
}

/** The signed calls that were taken, for as long as their signatures hold. */
export interface SeenCalls {
  has(call: Call): boolean;
  add(call: Call): void;
}

// With what was said: two calls that a careless sender gave the same id are both its own.
const nameOf = ({ integrationId, replayKey, rawBody }: Call): string =>
  `${integrationId} ${replayKey} ${createHash('sha256').update(rawBody).digest('base64')}`;

/**
 * Each process remembers its own, and forgets the oldest of too many. A call that slips through changes nothing either: statuses
 * only move forward, and a text that came in counts once. Here it is spared the way, and counted.
 */
export const createSeenCalls = (now: () => number): SeenCalls => {
  const until = new Map<string, number>();
  return {
    has: (call) => call.replayKey !== null && (until.get(nameOf(call)) ?? 0) > now(),
    add: (call) => {
      if (call.replayKey === null) return;
      const name = nameOf(call);
      until.delete(name);
      until.set(name, now() + keptMs);
      // The oldest come first.
      for (const [oldest, end] of until) {
        if (until.size <= mostKept && end > now()) break;
        until.delete(oldest);
      }
    },
  };
};
