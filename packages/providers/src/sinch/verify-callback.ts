import type { CallbackCheck, IncomingCall } from '../provider.ts';
import type { SinchSecrets } from './settings.ts';

const WINDOW_MS = 5 * 60 * 1000;
const ALGORITHM = { name: 'HMAC', hash: 'SHA-256' } as const;
const BASE64_SHA256 = /^[A-Za-z0-9+/]{43}=$/;
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
  if (Math.abs(call.now() - Number(timestamp) * 1000) > WINDOW_MS) {
    return { ok: false, reason: 'outside_time_window' };
  }
  const signed = join(call.rawBody, encode(`.${nonce}.${timestamp}`));
  const isGenuine = await verifyHmac({ secret, signature, signed });
  return isGenuine ? { ok: true, replayKey: nonce } : { ok: false, reason: 'wrong_signature' };
}

function readHeader(call: IncomingCall<SinchSecrets>, suffix: string, form: RegExp): string | null {
  const value = call.headers[`x-sinch-webhook-signature${suffix}`];
  return typeof value === 'string' && form.test(value) ? value : null;
}

interface Signed {
  readonly secret: string;
  readonly signature: string;
  readonly signed: Uint8Array<ArrayBuffer>;
}

/** Web Crypto compares in constant time. */
async function verifyHmac({ secret, signature, signed }: Signed): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', encode(secret), ALGORITHM, false, ['verify']);
  const expected = Uint8Array.from(atob(signature), (character) => character.charCodeAt(0));
  return crypto.subtle.verify(ALGORITHM, key, expected, signed);
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
