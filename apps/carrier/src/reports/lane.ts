import { Agent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import { postCallback } from './post-callback.ts';

export interface LaneSettings {
  readonly concurrency: number;
  readonly timeoutMs: number;
  readonly retry: { readonly firstMs: number; readonly times: number };
}

interface Callback {
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
      secret: world.secret,
    });
    active -= 1;
    if (!result.ok || result.status >= 500) {
      retryLater(callback);
    } else if (result.status === 429) {
      width = Math.max(1, Math.floor(Math.min(width, world.settings().concurrency) / 2));
      retryLater(callback);
    } else {
      // 2xx is taken, and any other answer is a refusal for good: either way the callback is done with.
      width += 1;
      callback.onDone();
    }
    pump();
  }

  function retryLater(callback: Attempt): void {
    const { firstMs, times } = world.settings().retry;
    if (isStopped) return;
    if (callback.failures >= times) {
      callback.onDone();
      return;
    }
    const firstFailureAt = callback.failures === 0 ? Date.now() : callback.firstFailureAt;
    const due = firstFailureAt + firstMs * 2 ** callback.failures;
    const timer = setTimeout(
      () => {
        retries.delete(timer);
        queue.push({ ...callback, failures: callback.failures + 1, firstFailureAt });
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
