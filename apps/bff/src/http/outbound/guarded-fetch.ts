import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Fetch } from '@curlew/providers';
import { BlockedTarget, createGuardedLookup, isBlockedOutright } from './guarded-lookup.ts';
import type { OutboundRules } from './outbound-rules.ts';

// As long as `fetch` takes for it: a connection that was never made is told apart from an answer that never came.
const connectMs = 10_000;

/** An error as `fetch` throws it: what happened is its cause. */
const failure = (cause: unknown): TypeError => new TypeError('fetch failed', { cause });

// Node's own names for an error that comes before the first byte has left.
const beforeLeaving = (code: string, call: 'getaddrinfo' | 'connect'): Error =>
  Object.assign(new Error(code), { code, syscall: call });

const ask = (url: URL, init: RequestInit, rules: OutboundRules): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const options = {
      method: init.method ?? 'GET',
      headers: Object.fromEntries(new Headers(init.headers)),
      // A connection of its own: one that was kept would have been checked for another time.
      agent: false,
      lookup: createGuardedLookup(url, rules),
      ...(init.signal ? { signal: init.signal } : {}),
    };
    const request = url.protocol === 'https:' ? requestHttps(url, options) : requestHttp(url, options);
    const timer = setTimeout(() => request.destroy(beforeLeaving('ETIMEDOUT', 'connect')), connectMs);
    request.once('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => clearTimeout(timer));
    });
    request.once('close', () => clearTimeout(timer));
    request.once('response', resolve);
    request.once('upgrade', (_response, socket) => {
      socket.destroy();
      reject(new Error('an answer in another protocol'));
    });
    request.on('error', reject);
    request.once('close', () => reject(new Error('a connection that closed without an answer')));
    request.end(init.body);
  });

// Those that a Response may not have a body with.
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

const streamOf = (answer: IncomingMessage): ReadableStream<Uint8Array<ArrayBuffer>> => {
  const chunks = answer.iterator();
  return new ReadableStream({
    pull: async (controller) => {
      const next = await chunks.next();
      if (next.done === true) controller.close();
      // Without an encoding an answer comes as buffers.
      else controller.enqueue(next.value as Buffer<ArrayBuffer>);
    },
    cancel: () => {
      answer.destroy();
    },
  });
};

const toResponse = (answer: IncomingMessage): Response => {
  const status = answer.statusCode ?? 0;
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(answer.headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  if (bodiless.has(status)) {
    answer.resume();
    return new Response(null, { status, headers });
  }
  return new Response(streamOf(answer), { status, headers });
};

/**
 * A `fetch` for addresses that people typed: it goes to the public internet, or where it is allowed, and follows no redirect.
 * It fails as the platform's own does, so that whoever calls can tell whether anything has left.
 */
export const createGuardedFetch =
  (rules: OutboundRules): Fetch =>
  async (address, init) => {
    const url = new URL(address);
    if (isBlockedOutright(url, rules)) throw failure(beforeLeaving('a private network', 'getaddrinfo'));
    try {
      return toResponse(await ask(url, init, rules));
    } catch (cause) {
      if (init.signal?.aborted) throw init.signal.reason;
      throw failure(
        cause instanceof BlockedTarget ? beforeLeaving('a private network', 'getaddrinfo') : cause,
      );
    }
  };
