import { createHmac } from 'node:crypto';

/** The headers Sinch signs a callback with: base64 of HMAC-SHA256 over `body.nonce.timestamp`. */
export function signCallback(
  secret: string,
  body: string,
  once: { readonly nonce: string; readonly timestamp: number },
): Readonly<Record<string, string>> {
  const signature = createHmac('sha256', secret)
    .update(`${body}.${once.nonce}.${once.timestamp}`)
    .digest('base64');
  return {
    'x-sinch-webhook-signature': signature,
    'x-sinch-webhook-signature-nonce': once.nonce,
    'x-sinch-webhook-signature-timestamp': String(once.timestamp),
    'x-sinch-webhook-signature-algorithm': 'HmacSHA256',
  };
}
