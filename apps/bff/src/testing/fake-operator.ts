import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const batchSchema = z.object({
  from: z.string(),
  to: z.array(z.string()),
  body: z.string(),
  client_reference: z.string(),
  callback_url: z.string().optional(),
  expire_at: z.string().optional(),
});

/** A request to send, as the operator got it. */
export type OperatorCall = z.infer<typeof batchSchema> & { readonly authorization: string | undefined };

/** What the operator does: answer, hold the line for ever, or drop it. */
export type OperatorAnswer =
  | {
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | 'silence'
  | 'break';

export interface FakeOperator {
  readonly url: string;
  /** Every request to send, in the order they came. */
  readonly calls: readonly OperatorCall[];
  /** Decides the answer to a request to send. */
  answer(decide: (call: OperatorCall, index: number) => OperatorAnswer | Promise<OperatorAnswer>): void;
  /** What it says when it is asked for a reference: by default that it has no such batch. */
  answerLookup(decide: (reference: string) => OperatorAnswer): void;
  readonly lookups: readonly string[];
  stop(): Promise<void>;
}

const readText = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
};

const reply = (response: ServerResponse, answer: OperatorAnswer): void => {
  if (answer === 'silence') return;
  if (answer === 'break') {
    response.destroy();
    return;
  }
  const isText = typeof answer.body === 'string';
  response
    .writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
    .end(isText ? answer.body : JSON.stringify(answer.body ?? {}));
};

/** The answer to a request that is taken whole. */
export const acceptBatch = (call: OperatorCall): OperatorAnswer => ({
  status: 201,
  body: { id: `operator-${call.client_reference}`, client_reference: call.client_reference },
});

/** The answer to a lookup that found nothing. */
export const nothingFound: OperatorAnswer = { status: 200, body: { count: 0, page: 0, batches: [] } };

/** The answer to a lookup that found the request of this reference. */
export const foundBatch = (reference: string): OperatorAnswer => ({
  status: 200,
  body: { count: 1, page: 0, batches: [{ id: `operator-${reference}`, client_reference: reference }] },
});

/** An operator on loopback that speaks Sinch's wire format and misbehaves as a test asks; by default it takes everything. */
export const startFakeOperator = async (): Promise<FakeOperator> => {
  const calls: OperatorCall[] = [];
  const lookups: string[] = [];
  let decide: Parameters<FakeOperator['answer']>[0] = acceptBatch;
  let decideLookup: Parameters<FakeOperator['answerLookup']>[0] = () => nothingFound;

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method === 'GET') {
      const reference = new URL(request.url ?? '', 'http://operator').searchParams.get('client_reference');
      lookups.push(reference ?? '');
      reply(response, decideLookup(reference ?? ''));
      return;
    }
    const batch = batchSchema.parse(JSON.parse(await readText(request)));
    const call = { ...batch, authorization: request.headers.authorization };
    calls.push(call);
    reply(response, await decide(call, calls.length - 1));
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((cause: unknown) => response.writeHead(599).end(String(cause)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server always has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    lookups,
    answer: (next) => {
      decide = next;
    },
    answerLookup: (next) => {
      decideLookup = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
