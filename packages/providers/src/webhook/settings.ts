import { z } from 'zod';
import { baseUrlSchema } from '../base-url.ts';
import { readBase64 } from '../hmac.ts';

/** Where messages are posted to: an address of its own, to the last letter. */
export const webhookSettingsSchema = z.strictObject({ url: baseUrlSchema });
export type WebhookSettings = z.infer<typeof webhookSettingsSchema>;

const PREFIX = 'whsec_';
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** The bytes of a secret that was checked by the schema. */
export function readWebhookSecret(secret: string): Uint8Array<ArrayBuffer> {
  return readBase64(secret.slice(PREFIX.length));
}

function isSecret(secret: string): boolean {
  if (!secret.startsWith(PREFIX) || !BASE64.test(secret.slice(PREFIX.length))) return false;
  const { length } = readWebhookSecret(secret);
  return length >= 24 && length <= 64;
}

const secretSchema = z
  .string()
  .max(200)
  .refine(isSecret, 'It must be whsec_ and 24 to 64 random bytes in base64 (Standard Webhooks)');

// Two while one takes the place of the other.
const secretsOf = z.array(secretSchema).min(1).max(3);

/**
 * `signing`: what we sign with, every one of them each time, so that the receiver can change over. `callback`: what the receiver
 * may sign with. A key for both ways would let our own messages be played back to us.
 */
export const webhookSecretsSchema = z
  .strictObject({ signing: secretsOf, callback: secretsOf })
  .refine(
    ({ signing, callback }) => !signing.some((secret) => callback.includes(secret)),
    'one secret for what we send, another for what we are told',
  );
export type WebhookSecrets = z.infer<typeof webhookSecretsSchema>;
