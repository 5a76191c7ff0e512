import type { BodyInputOf, Endpoint, ParamsOf, QueryInputOf, ReplyOf } from '@curlew/contract';
import type { APIRequestContext } from '@playwright/test';

export interface ApiCall<E extends Endpoint> {
  readonly params?: ParamsOf<E>;
  readonly query?: QueryInputOf<E>;
  readonly body?: BodyInputOf<E>;
}

interface AnyCall {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

// Params and queries of the contract are flat records.
const entriesOf = (record: unknown): [string, string][] =>
  Object.entries(record ?? {}).map(([name, value]) => [name, String(value)]);

const urlOf = (path: string, { params, query }: AnyCall): string => {
  const filled = entriesOf(params).reduce((url, [name, value]) => url.replace(`:${name}`, value), path);
  const search = new URLSearchParams(entriesOf(query)).toString();
  return search === '' ? filled : `${filled}?${search}`;
};

/** Calls an endpoint as the person signed in, and holds its reply against the contract. */
export const callApi = async <E extends Endpoint>(
  request: APIRequestContext,
  endpoint: E,
  call: ApiCall<E> = {},
): Promise<ReplyOf<E>> => {
  const { body } = call;
  const response = await request.fetch(urlOf(endpoint.path, call), {
    method: endpoint.method.toUpperCase(),
    ...(body === undefined ? {} : { data: body }),
  });
  const text = await response.text();
  if (!response.ok()) throw new Error(`${endpoint.summary}: ${response.status()} ${text}`);
  // The schema that parses it is the endpoint's own; its type is lost in the constraint `Endpoint`.
  return endpoint.reply.parse(text === '' ? undefined : JSON.parse(text)) as ReplyOf<E>;
};
