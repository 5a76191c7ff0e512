import {
  type BodyInputOf,
  type Endpoint,
  errorBodySchema,
  type ParamsOf,
  type QueryInputOf,
  type ReplyOf,
} from '@curlew/contract';
import { ApiError } from './api-error.ts';
import { apiUrl } from './api-url.ts';
import { sentenceOf } from './error-sentences.ts';

// A part that an endpoint has no use for may be left out; the others must be given.
type Part<Name extends string, Value> = undefined extends Value
  ? { readonly [N in Name]?: Value }
  : Value extends Record<string, never>
    ? { readonly [N in Name]?: Value }
    : Partial<Value> extends Value
      ? { readonly [N in Name]?: Value }
      : { readonly [N in Name]: Value };

/** How a call is made, whatever it says. */
interface CallOptions {
  /** Gives the call up. */
  readonly signal?: AbortSignal;
  /** Lets the call outlive the page that makes it. Browsers allow this for bodies up to 64 KiB. */
  readonly keepalive?: boolean;
}

/** What a call of an endpoint takes: its params, query and body, and how it is made. */
export type CallInput<E extends Endpoint> = Part<'params', ParamsOf<E>> &
  Part<'query', QueryInputOf<E>> &
  Part<'body', BodyInputOf<E>> &
  CallOptions;

type InputArgument<E extends Endpoint> =
  Partial<CallInput<E>> extends CallInput<E> ? [input?: CallInput<E>] : [input: CallInput<E>];

interface AnyInput extends CallOptions {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

const requestOf = (endpoint: Endpoint, { body, signal, keepalive = false }: AnyInput): RequestInit => ({
  method: endpoint.method.toUpperCase(),
  credentials: 'same-origin',
  headers: {
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': body instanceof Blob ? body.type : 'application/json' }),
  },
  ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
  ...(signal ? { signal } : {}),
  ...(keepalive ? { keepalive } : {}),
});

const send = async (url: string, request: RequestInit): Promise<Response> => {
  try {
    return await fetch(url, request);
  } catch (cause) {
    if (request.signal?.aborted) throw cause;
    throw new ApiError({ code: 'unreachable', status: 0, message: sentenceOf('unreachable'), cause });
  }
};

const readJson = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

// What stands before a server answers so when the server itself does not.
const isGatewayStatus = (status: number): boolean => status >= 502 && status <= 504;

const errorOf = (status: number, reply: unknown): ApiError => {
  const body = errorBodySchema.safeParse(reply);
  if (!body.success && isGatewayStatus(status))
    return new ApiError({ code: 'unavailable', status, message: sentenceOf('unavailable') });
  if (!body.success) {
    const message = `The server answered ${status} without saying why. Try again in a moment.`;
    return new ApiError({ code: 'unreadable', status, message });
  }
  const { code, message, ...details } = body.data.error;
  return new ApiError({ code, status, message, details });
};

/** Calls an endpoint of the contract and gives its parsed reply. Throws an ApiError for everything else. */
export const callApi = async <E extends Endpoint>(
  endpoint: E,
  ...[given]: InputArgument<E>
): Promise<ReplyOf<E>> => {
  const input: AnyInput = given ?? {};
  const response = await send(apiUrl(endpoint.path, input.params, input.query), requestOf(endpoint, input));
  const reply = await readJson(response);
  if (!response.ok) throw errorOf(response.status, reply);

  const parsed = endpoint.reply.safeParse(reply);
  if (!parsed.success) {
    const message = sentenceOf('unreadable');
    throw new ApiError({ code: 'unreadable', status: response.status, message, cause: parsed.error });
  }
  // The schema that parsed it is the endpoint's own; its type is lost in the constraint `Endpoint`.
  return parsed.data as ReplyOf<E>;
};
