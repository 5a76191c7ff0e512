import { BLOCKED_TARGET, readNetworkFailure } from './network-failure.ts';
import type { CallContext } from './provider.ts';

// An echo of 1,000 recipients with their texts stays far below this.
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;

// Nothing that the operator could mend, nor the owner of the project.
const blockedWords =
  'its address leads to a private network, where Curlew goes only if whoever runs the server allows it (CURLEW_WEBHOOK_ALLOW)';

/** How one HTTP request ended. `body` is null when it broke off, came too late or was too large. */
export type CallResult =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Headers;
      readonly body: string | null;
    }
  /** `isBlocked`: it was not even tried, as this server calls nobody there. */
  | { readonly kind: 'not_sent'; readonly error: string; readonly isBlocked: boolean }
  | { readonly kind: 'lost'; readonly error: string };

/** Makes one request and reads the whole answer within the time allowed. Follows no redirect. */
export async function callOperator(
  url: string,
  init: RequestInit,
  context: CallContext<unknown, unknown>,
): Promise<CallResult> {
  const signal = AbortSignal.timeout(context.timeoutMs);
  try {
    // A followed redirect would be a second request, and would carry the token to another host.
    const response = await context.fetch(url, { ...init, redirect: 'manual', signal });
    return {
      kind: 'answered',
      status: response.status,
      headers: response.headers,
      body: await readBody(response),
    };
  } catch (failure) {
    const { left, code } = readNetworkFailure(failure);
    if (left) return { kind: 'lost', error: `no answer came back (${code})` };
    const isBlocked = code === BLOCKED_TARGET;
    const error = isBlocked ? blockedWords : `the operator cannot be reached (${code})`;
    return { kind: 'not_sent', error, isBlocked };
  }
}

async function readBody(response: Response): Promise<string | null> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for await (const chunk of response.body) {
      bytes += chunk.byteLength;
      if (bytes > MAX_ANSWER_BYTES) return null;
      text += decoder.decode(chunk, { stream: true });
    }
  } catch {
    // The status has arrived and may say enough; what is missing is told by null.
    return null;
  }
  return text + decoder.decode();
}
