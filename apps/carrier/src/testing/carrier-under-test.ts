import { onTestFinished } from 'vitest';
import { startCarrier } from '../carrier.ts';
import type { CarrierOptions } from '../carrier.ts';
import { behaviourSchema } from '../network/behaviour.ts';

type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
  readonly text: string;
};

/** Nothing waits and nothing fails, unless a test says so. */
export function quickBehaviour(change: Readonly<Record<string, unknown>> = {}) {
  const still = { ms: 0, jitter: 0 };
  return behaviourSchema.parse({
    delay: { accept: still, dispatch: still, deliver: still },
    failure: { share: 0 },
    ...change,
  });
}

interface CallInit {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** A carrier on a free port that stops with the test, and the requests tests make of it. */
export async function carrierUnderTest(options: Partial<CarrierOptions> = {}) {
  const carrier = await startCarrier({
    host: '127.0.0.1',
    port: 0,
    plan: 'demo',
    token: 'secret',
    behaviour: quickBehaviour(),
    ...options,
  });
  onTestFinished(() => carrier.stop());

  async function call(path: string, init: CallInit = {}): Promise<Answer> {
    const headers = { authorization: 'Bearer secret', 'content-type': 'application/json', ...init.headers };
    const response = await fetch(`${carrier.url}${path}`, { ...init, headers });
    const text = await response.text();
    const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson ? JSON.parse(text) : null,
    };
  }

  function post(batch: unknown, path = '/xms/v1/demo/batches'): Promise<Answer> {
    return call(path, { method: 'POST', body: JSON.stringify(batch) });
  }

  async function summary(): Promise<unknown> {
    return (await call('/carrier/api/ledger/summary')).json;
  }

  return { url: carrier.url, stop: () => carrier.stop(), call, post, summary };
}

export const hello = { from: 'Curlew', to: ['+447700900001'], body: 'Hello' };

/** `count` numbers of a range kept for fiction, from 447700900000 on. */
export function phones(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => String(447_700_900_000 + index));
}
