import { encodeText, signHmac } from '../hmac.ts';
import { readWebhookSecret } from './settings.ts';

interface Unsigned {
  /** The same whenever the same thing is told; no dots, which join what is signed. */
  readonly id: string;
  /** Seconds since 1970, of this attempt. */
  readonly timestamp: number;
  readonly body: string;
}

/** The three headers of Standard Webhooks 1.0.0, with a signature for each secret. */
export async function signWebhook(
  { id, timestamp, body }: Unsigned,
  secrets: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const signed = encodeText(`${id}.${timestamp}.${body}`);
  const signatures = await Promise.all(
    secrets.map(async (secret) => `v1,${await signHmac(readWebhookSecret(secret), signed)}`),
  );
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  };
}
