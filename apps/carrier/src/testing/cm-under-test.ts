import { carrierUnderTest } from './carrier-under-test.ts';
import type { CarrierOptions } from '../carrier.ts';

export type WireMessage = Readonly<Record<string, unknown>>;

export const cmPath = '/v1.0/message';

/** One good message of CM's format, with whatever a test changes about it. */
export function cmMessage(change: WireMessage = {}): WireMessage {
  return {
    from: 'Curlew',
    to: [{ number: '00447700900001' }],
    body: { type: 'AUTO', content: 'Hello' },
    reference: 'r1',
    allowedChannels: ['SMS'],
    ...change,
  };
}

/** A carrier as a client of CM sees it. */
export async function cmUnderTest(options: Partial<CarrierOptions> = {}) {
  const carrier = await carrierUnderTest({ productToken: 'product', ...options });

  const postRaw = (body: string, headers: Readonly<Record<string, string>> = {}) =>
    carrier.call(cmPath, {
      method: 'POST',
      body,
      headers: { 'x-cm-producttoken': 'product', ...headers },
    });

  const postCm = (...msg: readonly WireMessage[]) => postRaw(JSON.stringify({ messages: { msg } }));

  return { ...carrier, postRaw, postCm };
}
