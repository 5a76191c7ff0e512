import type { Encoding } from '@curlew/sms';
import type { ShortLink } from './links/shorten-links.ts';

/** Why a message is not sent for what it says. */
export const enqueueFailedTypes = [
  'template_error',
  'empty_message',
  'message_too_long',
  'link_shortener',
  'invalid_sender',
] as const;
export type EnqueueFailedType = (typeof enqueueFailedTypes)[number];

/** Why a message is not sent. */
export type RefusalType =
  | 'no_phone'
  | 'invalid_phone'
  | 'us_not_enabled'
  | 'invalid_contact'
  | 'consent'
  | EnqueueFailedType
  | 'frequency_policy'
  | 'expired';

/** A message that does not leave: `suppressed` by who the customer is and when, `enqueue_failed` by what it says. */
export interface Refusal {
  readonly status: 'suppressed' | 'enqueue_failed';
  readonly type: RefusalType;
  /** The reason in words, with what was found and what is allowed. */
  readonly message: string;
  /** Null when the message was refused before its language mattered. */
  readonly language: string | null;
  /** Who it would have come from, as far as that was worked out. */
  readonly sender?: string;
}

/** A message that leaves. `text` is exactly what is sent. */
export interface Enqueued {
  readonly status: 'enqueued';
  /** `+` and digits. */
  readonly recipient: string;
  readonly sender: string;
  readonly text: string;
  readonly language: string;
  readonly encoding: Encoding;
  readonly parts: number;
  /** The short links in `text`. */
  readonly links: readonly ShortLink[];
  /** The token by which a page learns who the message went to; null where nothing in it tells. */
  readonly identityToken: string | null;
}

/** What the gate lets through, or why it does not. */
export type MessageDecision = Enqueued | Refusal;
