import { BASE64_SHA256, encodeText, joinBytes, verifyHmac } from '../hmac.ts';
import type { CallbackCheck, IncomingCall } from '../provider.ts';
import type { SinchSecrets } from './settings.ts';

const WINDOW_MS = 5 * 60 * 1000;
// No dot: the parts of what is signed are joined by dots, and must not be movable from one to the next.
const NONCE = /^[\x21-\x2D\x2F-\x7E]{1,200}$/;

/** Sinch's signature: base64 HMAC-SHA256 over the raw body, nonce and timestamp (seconds), joined by dots. */
export async function verifySinchCallback(call: IncomingCall<SinchSecrets>): Promise<CallbackCheck> {
  const secret = call.secrets.callbackSecret;
  if (secret === undefined) return { ok: true, replayKey: null };
  const signature = readHeader(call, '', BASE64_SHA256);
  const nonce = readHeader(call, '-nonce', NONCE);
  const timestamp = readHeader(call, '-timestamp', /^\d{1,12}$/);
  const algorithm = readHeader(call, '-algorithm', /./);
  if (signature === null || nonce === null || timestamp === null || algorithm === null) {
    return { ok: false, reason: 'unsigned' };
  }
  if (algorithm !== 'HmacSHA256') return { ok: false, reason: 'unsupported_algorithm' };
  const signed = joinBytes(call.rawBody, encodeText(`.${nonce}.${timestamp}`));
  const isGenuine = await verifyHmac(encodeText(secret), signed, signature);
  if (!isGenuine) return { ok: false, reason: 'wrong_signature' };
  const isInTime = Math.abs(call.now() - Number(timestamp) * 1000) <= WINDOW_MS;
  return isInTime ? { ok: true, replayKey: nonce } : { ok: false, reason: 'outside_time_window' };
}

function readHeader(call: IncomingCall<SinchSecrets>, suffix: string, form: RegExp): string | null {
  const value = call.headers[`x-sinch-webhook-signature${suffix}`];
  return typeof value === 'string' && form.test(value) ? value : null;
}
