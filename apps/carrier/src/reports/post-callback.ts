import { randomUUID } from 'node:crypto';
import { request as requestHttp } from 'node:http';
import type { Agent } from 'node:http';
import { request as requestHttps } from 'node:https';
import { signCallback } from './signature.ts';

export type PostResult =
  | { readonly ok: true; readonly status: number }
  | { readonly ok: false; readonly reason: string };

/** One attempt at one callback. Any answer is a result; only silence and broken connections are failures. */
export function postCallback(
  url: string,
  body: string,
  how: { readonly agent: Agent; readonly timeoutMs: number; readonly secret: string | undefined },
): Promise<PostResult> {
  const once = { nonce: randomUUID(), timestamp: Math.floor(Date.now() / 1000) };
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...(how.secret !== undefined && signCallback(how.secret, body, once)),
  };
  const send = url.startsWith('https:') ? requestHttps : requestHttp;
  return new Promise((resolve) => {
    const request = send(url, { method: 'POST', headers, agent: how.agent, timeout: how.timeoutMs });
    request.on('response', (response) => {
      response.on('end', () => resolve({ ok: true, status: response.statusCode ?? 0 }));
      response.on('error', (error) => resolve({ ok: false, reason: error.message }));
      response.resume();
    });
    request.on('timeout', () => request.destroy(new Error(`no answer within ${how.timeoutMs} ms`)));
    request.on('error', (error) => resolve({ ok: false, reason: error.message }));
    request.end(body);
  });
}
