import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { describeFailure, type CallFailure } from './describe-failure.ts';
import { BlockedTarget, createGuardedLookup, hostOf, isBlockedOutright } from './guarded-lookup.ts';
import type { OutboundRules } from './outbound-rules.ts';

export interface Header {
  readonly name: string;
  readonly value: string;
}

/** A request to an address that a person typed or a template gave. */
export interface OutboundRequest {
  readonly method: string;
  readonly url: URL;
  /** Names and values as they go over the wire; the connection's own ones are not among them. */
  readonly headers: readonly Header[];
  readonly body: string | null;
  /** Of the whole call: name, connection, question and answer. */
  readonly timeoutMs: number;
  /** Bytes of the answer's body that are read; the rest is left. */
  readonly longestAnswer: number;
}

export interface OutboundAnswer {
  readonly ok: true;
  readonly status: number;
  readonly headers: readonly Header[];
  /** As it came: not decompressed. */
  readonly body: Buffer;
  readonly isTruncated: boolean;
  readonly milliseconds: number;
}

const refuse = (message: string): CallFailure => ({ ok: false, reason: 'address', message });

/** What makes an address one that is never called, whoever it leads to; null where nothing does. */
export const findAddressFault = (url: URL): CallFailure | null => {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return refuse(`“${url.protocol}” cannot be called: begin the address with https://`);
  if (url.username !== '' || url.password !== '')
    return refuse('The address has a name or password in it: send them in a header, such as Authorization');
  return null;
};

const readHeaders = ({ rawHeaders }: IncomingMessage): Header[] =>
  Array.from({ length: rawHeaders.length / 2 }, (_, index) => ({
    name: rawHeaders[index * 2] ?? '',
    value: rawHeaders[index * 2 + 1] ?? '',
  }));

const readBody = async (
  response: IncomingMessage,
  longest: number,
): Promise<Pick<OutboundAnswer, 'body' | 'isTruncated'>> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response) {
    // Without an encoding a response gives buffers.
    const bytes = chunk as Buffer;
    chunks.push(bytes.subarray(0, longest - length));
    length += bytes.length;
    // Leaving the loop destroys the connection: nothing more is read.
    if (length > longest) break;
  }
  return { body: Buffer.concat(chunks), isTruncated: length > longest };
};

const ask = (
  { method, url, headers, body }: OutboundRequest,
  rules: OutboundRules,
  signal: AbortSignal,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const payload = body === null ? null : Buffer.from(body, 'utf8');
    const options: RequestOptions = {
      method,
      signal,
      // A connection of its own: one that was kept would have been checked for another time.
      agent: false,
      lookup: createGuardedLookup(url, rules),
      headers: [
        'host',
        url.host,
        'connection',
        'close',
        ...(payload === null ? [] : ['content-length', String(payload.length)]),
        ...headers.flatMap(({ name, value }) => [name, value]),
      ],
    };
    const request = url.protocol === 'https:' ? requestHttps(url, options) : requestHttp(url, options);
    request.once('response', resolve);
    request.once('upgrade', (_response, socket) => {
      socket.destroy();
      reject(Object.assign(new Error('an answer in another protocol'), { code: 'HPE_UPGRADE' }));
    });
    // More than one may come; the first decides.
    request.on('error', reject);
    request.once('close', () => reject(new Error('a connection that closed without an answer')));
    request.end(payload);
  });

/**
 * Asks a server on the internet, or one that is allowed, and gives back its answer whatever the status. Redirects are not
 * followed, and nothing is sent to a private or reserved network.
 */
export const callServer = async (
  request: OutboundRequest,
  rules: OutboundRules,
): Promise<OutboundAnswer | CallFailure> => {
  const { url, timeoutMs, longestAnswer } = request;
  const host = hostOf(url);
  const fault = findAddressFault(url);
  if (fault) return fault;
  if (isBlockedOutright(url, rules)) return describeFailure(new BlockedTarget(host), host);
  const signal = AbortSignal.timeout(timeoutMs);
  const start = performance.now();
  try {
    const response = await ask(request, rules, signal);
    const body = await readBody(response, longestAnswer);
    return {
      ok: true,
      status: response.statusCode ?? 0,
      headers: readHeaders(response),
      ...body,
      milliseconds: Math.round(performance.now() - start),
    };
  } catch (cause) {
    if (!signal.aborted) return describeFailure(cause, host);
    const seconds = timeoutMs === 1_000 ? 'a second' : `${timeoutMs / 1_000} seconds`;
    return { ok: false, reason: 'timeout', message: `“${host}” did not answer within ${seconds}` };
  }
};
