import { TextDecoder } from 'node:util';
import type { WebhookTry } from '@curlew/contract';
import type { Header, OutboundAnswer } from '../../http/outbound/call-server.ts';

const createDecoder = (label: string): TextDecoder => {
  try {
    return new TextDecoder(label);
  } catch {
    // A RangeError: no such encoding.
    return new TextDecoder();
  }
};

const encodingOf = (headers: readonly Header[]): string => {
  const type = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? '';
  return /charset\s*=\s*"?([^\s";]+)/i.exec(type)?.[1] ?? 'utf-8';
};

/** An answer as it is shown: its body as text in the encoding that it says, else UTF-8. */
export const readAnswer = ({
  status,
  headers,
  body,
  isTruncated,
  milliseconds,
}: OutboundAnswer): Extract<WebhookTry, { ok: true }>['response'] => ({
  status,
  headers: [...headers],
  // A character that was cut in two at the end is left out.
  body: createDecoder(encodingOf(headers)).decode(body, { stream: isTruncated }),
  isTruncated,
  milliseconds,
});
