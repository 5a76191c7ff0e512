import { BASE64_SHA256, encodeText, joinBytes, verifyHmac } from '../hmac.ts';
import type { CallbackCheck, IncomingCall } from '../provider.ts';
import { readWebhookSecret, type WebhookSecrets } from './settings.ts';

const WINDOW_MS = 5 * 60 * 1000;
// No dot: the parts of what is signed are joined by dots, and must not be movable from one to the next.
const ID = /^[\x21-\x2D\x2F-\x7E]{1,200}$/;
const SIGNATURES = /^[\x20-\x7E]{1,2000}$/;
// Several secrets at their end, and some that are on their way out.
const MOST_SIGNATURES = 10;

/** Standard Webhooks 1.0.0: any signature of the list by any of our secrets, over the raw body. */
export async function verifyWebhookCallback(call: IncomingCall<WebhookSecrets>): Promise<CallbackCheck> {
  const id = readHeader(call, 'webhook-id', ID);
  const timestamp = readHeader(call, 'webhook-timestamp', /^\d{1,12}$/);
  const list = readHeader(call, 'webhook-signature', SIGNATURES);
  if (id === null || timestamp === null || list === null) return { ok: false, reason: 'unsigned' };
  const signatures = list.split(' ').slice(0, MOST_SIGNATURES).flatMap(readSignature);
  if (signatures.length === 0) return { ok: false, reason: 'unsupported_algorithm' };
  const signed = joinBytes(encodeText(`${id}.${timestamp}.`), call.rawBody);
  const keys = call.secrets.callback.map(readWebhookSecret);
  const checks = await Promise.all(
    keys.flatMap((key) => signatures.map((signature) => verifyHmac(key, signed, signature))),
  );
  if (!checks.includes(true)) return { ok: false, reason: 'wrong_signature' };
  const isInTime = Math.abs(call.now() - Number(timestamp) * 1000) <= WINDOW_MS;
  // A call that is tried again keeps its id and has a time of its own.
  return isInTime
    ? { ok: true, replayKey: `${id}.${timestamp}` }
    : { ok: false, reason: 'outside_time_window' };
}

function readSignature(entry: string): readonly string[] {
  const signature = entry.startsWith('v1,') ? entry.slice('v1,'.length) : '';
  return BASE64_SHA256.test(signature) ? [signature] : [];
}

function readHeader(call: IncomingCall<WebhookSecrets>, name: string, form: RegExp): string | null {
  const value = call.headers[name];
  return typeof value === 'string' && form.test(value) ? value : null;
}
