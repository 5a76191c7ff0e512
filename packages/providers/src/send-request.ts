import { callOperator, type CallResult } from './call-operator.ts';
import type { CallContext } from './provider.ts';
import type { SendOutcome } from './send-outcome.ts';

/** An answer of an operator, whatever it says. */
export type Answer = Extract<CallResult, { kind: 'answered' }>;

interface SendRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Posts JSON, once, and has the answer read; what became of a request without one is the same for every operator. */
export async function sendRequest(
  { url, headers, body }: SendRequest,
  context: CallContext<unknown, unknown>,
  readAnswer: (answer: Answer) => SendOutcome,
): Promise<SendOutcome> {
  const init = { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body };
  const result = await callOperator(url, init, context);
  switch (result.kind) {
    case 'answered':
      return readAnswer(result);
    case 'not_sent':
      return { kind: 'retry', afterMs: null, error: result.error, stopsQueue: false };
    case 'lost':
      return { kind: 'unknown', error: result.error };
  }
}
