import type { z } from 'zod';
import type { Role } from './role.ts';

/** Who may call: anyone, anyone signed in, or a member of the project in the path with at least this role. */
export type Access = 'public' | 'signed_in' | { readonly atLeast: Role };

/** One HTTP endpoint: what goes in, what comes out, who may call it. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Express style, with `:name` for each of `params`. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly access: Access;
  /** Of a POST that only asks, as the question is too big for an address, or only tells who is looking. */
  readonly changesNothing?: true;
  readonly params: Params;
  readonly query: Query;
  /** `z.undefined()`: none. `z.unknown()`: a CSV file instead of JSON. */
  readonly body: Body;
  /** `z.undefined()`: none, with status 204. */
  readonly reply: Reply;
  /** JSON where it is not given; with `text/event-stream` the data of each event is a reply. */
  readonly replyType?: 'application/json' | 'text/event-stream';
  /** HTTP status of a success; 200 where it is not given. */
  readonly status?: 200 | 201 | 202 | 204;
}

/** Keeps the exact schema types of an endpoint; adds nothing. */
export const defineEndpoint = <
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(
  endpoint: Endpoint<P, Q, B, R>,
): Endpoint<P, Q, B, R> => endpoint;

export type ParamsOf<E extends Endpoint> = z.infer<E['params']>;
export type QueryOf<E extends Endpoint> = z.infer<E['query']>;
export type BodyOf<E extends Endpoint> = z.infer<E['body']>;
export type ReplyOf<E extends Endpoint> = z.infer<E['reply']>;
/** What a caller writes: before defaults are filled in. */
export type QueryInputOf<E extends Endpoint> = z.input<E['query']>;
export type BodyInputOf<E extends Endpoint> = z.input<E['body']>;
