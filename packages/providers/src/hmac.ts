const ALGORITHM = { name: 'HMAC', hash: 'SHA-256' } as const;

/** What a base64 HMAC-SHA256 looks like. */
export const BASE64_SHA256 = /^[A-Za-z0-9+/]{43}=$/;

type Bytes = Uint8Array<ArrayBuffer>;

/** Base64 HMAC-SHA256 of some bytes. */
export async function signHmac(key: Bytes, signed: Bytes): Promise<string> {
  const imported = await crypto.subtle.importKey('raw', key, ALGORITHM, false, ['sign']);
  const signature = new Uint8Array(await crypto.subtle.sign(ALGORITHM, imported, signed));
  return btoa(String.fromCharCode(...signature));
}

/** Whether a base64 HMAC-SHA256 is of these bytes. Web Crypto compares in constant time. */
export async function verifyHmac(key: Bytes, signed: Bytes, signature: string): Promise<boolean> {
  const imported = await crypto.subtle.importKey('raw', key, ALGORITHM, false, ['verify']);
  return crypto.subtle.verify(ALGORITHM, imported, readBase64(signature), signed);
}

/** The bytes of a base64 text, which must be one. */
export function readBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

export function encodeText(text: string): Bytes {
  return new TextEncoder().encode(text);
}

export function joinBytes(first: Uint8Array, second: Uint8Array): Bytes {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}
