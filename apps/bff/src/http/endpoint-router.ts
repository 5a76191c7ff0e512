import { Router, type Request, type Response } from 'express';
import type { z } from 'zod';
import { endpoints, type BodyOf, type Endpoint, type ParamsOf, type QueryOf } from '@curlew/contract';
import { checkAccess, type Access, type AccessFacts } from './access.ts';
import { ApiFailure } from './api-failure.ts';

type Endpoints = typeof endpoints;
/** Endpoints that answer with JSON; the live one is a stream and is mounted by itself. */
export type JsonEndpointName = Exclude<keyof Endpoints, 'watchRuns'>;

export interface Call<E extends Endpoint> {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly caller: Access['caller'];
  readonly role: Access['role'];
  /** Aborted when nobody waits for the reply any more: what is only looked up or worked out for them may stop. */
  readonly signal: AbortSignal;
}

export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<z.input<E['reply']>>;

/** One handler per endpoint of the contract: a missing one does not compile. */
export type Handlers = { readonly [K in JsonEndpointName]: Handler<Endpoints[K]> };

/** Reads one part of a request by its schema. Throws `bad_request` that names every wrong field. */
export const readPart = <S extends z.ZodType>(schema: S, value: unknown, part: string): z.output<S> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  const [first] = fields;
  const where = first?.path ? `“${first.path}” of the ${part}` : `the ${part}`;
  throw new ApiFailure('bad_request', `Something in ${where} is not right: ${first?.message}`, { fields });
};

const gone = Symbol('nobody waits for the reply any more');

/** Aborted when the connection of a response is closed; what was answered by then is done anyway. */
const goneSignal = (response: Response): AbortSignal => {
  const leaving = new AbortController();
  response.once('close', () => leaving.abort());
  return leaving.signal;
};

const answer = async <E extends Endpoint>(
  endpoint: E,
  handler: Handler<E>,
  { request, response, facts }: { request: Request; response: Response; facts: AccessFacts },
): Promise<void> => {
  const params = readPart(endpoint.params, request.params, 'address');
  const access = await checkAccess(endpoint, request, facts);
  const query = readPart(endpoint.query, request.query, 'query');
  const body = readPart(endpoint.body, request.body, 'body');
  // The schemas above are the endpoint's own, which TypeScript cannot follow through the generic.
  const signal = goneSignal(response);
  const call = { params, query, body, signal, ...access } as Call<E>;
  const reply = await handler(call).catch((error: unknown) => {
    if (signal.aborted && error === signal.reason) return gone;
    throw error;
  });
  if (reply === gone) return;
  const status = endpoint.status ?? 200;
  response.status(status);
  if (status === 204) response.end();
  // The reply's schema decides what leaves: a field it does not name stays here.
  else response.json(endpoint.reply.parse(reply));
};

const mount = <E extends Endpoint>(
  router: Router,
  facts: AccessFacts,
  { endpoint, handler }: { endpoint: E; handler: Handler<E> },
) => {
  router[endpoint.method](endpoint.path, (request, response) =>
    answer(endpoint, handler, { request, response, facts }),
  );
};

/** A router with all JSON endpoints of the contract. */
export const endpointRouter = (handlers: Handlers, facts: AccessFacts): Router => {
  const router = Router();
  for (const name of Object.keys(endpoints)) {
    if (name === 'watchRuns') continue;
    // Object.keys forgets the key type; the mapped type of Handlers guarantees the pair belongs together.
    const key = name as JsonEndpointName;
    mount(router, facts, {
      endpoint: endpoints[key],
      handler: handlers[key],
    });
  }
  return router;
};
