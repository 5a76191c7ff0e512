import { Agent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import type { Batch } from '../message.ts';
import type { LaneSettings } from './lane-settings.ts';
import { postCallback } from './post-callback.ts';
import { retryPolicies } from './retry-policy.ts';

interface Callback {
  /** Decides how it is signed and repeated. */
  readonly wire: Batch['wire'];
  readonly url: string;
  readonly body: string;
  /** Called once nothing more will come of it: taken, refused for good, or given up. */
  readonly onDone: () => void;
}

interface Attempt extends Callback {
  readonly failures: number;
  readonly firstFailureAt: number;
}

export interface Lane {
  push(callback: Callback): void;
  stop(): void;
}

/** All callbacks to one origin: a few kept-alive connections, fewer of them after each 429, one more after each success. */
export function createLane(
  origin: string,
  world: { readonly settings: () => LaneSettings; readonly secret: string | undefined },
): Lane {
  const isSecure = origin.startsWith('https:');
  const agent = isSecure ? new SecureAgent({ keepAlive: true }) : new Agent({ keepAlive: true });
  const retries = new Set<NodeJS.Timeout>();
  let queue: Attempt[] = [];
  let head = 0;
  let active = 0;
  let width = Infinity;
  let isStopped = false;

  function pump(): void {
    const most = isStopped ? 0 : Math.min(width, world.settings().concurrency);
    while (active < most && head < queue.length) {
      const callback = queue[head];
      head += 1;
      if (callback !== undefined) void attempt(callback);
    }
    if (head > 1000 && head * 2 > queue.length) {
      queue = queue.slice(head);
      head = 0;
    }
  }

  async function attempt(callback: Attempt): Promise<void> {
    active += 1;
    const { timeoutMs } = world.settings();
    const result = await postCallback(callback.url, callback.body, {
      agent,
      timeoutMs,
      // CM documents no signature.
      secret: callback.wire === 'xms' ? world.secret : undefined,
    });
    active -= 1;
    if (result.ok && result.status === 429) {
      width = Math.max(1, Math.floor(Math.min(width, world.settings().concurrency) / 2));
    }
    if (retryPolicies[callback.wire].isRetried(result.ok ? result.status : null)) {
      retryLater(callback);
    } else {
      // Taken, or refused for good: either way the callback is done with.
      width += 1;
      callback.onDone();
    }
    pump();
  }

  function retryLater(callback: Attempt): void {
    if (isStopped) return;
    const failures = callback.failures + 1;
    const wait = retryPolicies[callback.wire].waitAfter(failures, world.settings());
    if (wait === null) {
      callback.onDone();
      return;
    }
    const firstFailureAt = callback.failures === 0 ? Date.now() : callback.firstFailureAt;
    const due = firstFailureAt + wait;
    const timer = setTimeout(
      () => {
        retries.delete(timer);
        queue.push({ ...callback, failures, firstFailureAt });
        pump();
      },
      Math.max(0, due - Date.now()),
    );
    retries.add(timer);
  }

  return {
    push(callback) {
      queue.push({ ...callback, failures: 0, firstFailureAt: 0 });
      pump();
    },
    stop() {
      isStopped = true;
      for (const timer of retries) clearTimeout(timer);
      agent.destroy();
    },
  };
}
