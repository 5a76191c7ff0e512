import type { IncomingMessage } from './incoming.ts';

/**
 * How far a message has come. `queued` and `sent` are on the way (`sent`: passed on towards the phone, or the operator
 * will never know more); the others are final.
 */
export type ReceiptStatus = 'queued' | 'sent' | 'delivered' | 'failed' | 'rejected' | 'expired' | 'cancelled';

/** Names a message by our id, where the operator echoes one for each message. */
interface ByMessage {
  /** A UUID. */
  readonly messageId: string;
}

/** Names a message by batch and recipient: no recipient is twice in a batch. */
interface ByRecipient {
  readonly messageId: null;
  /** The operator's id of the request. */
  readonly providerBatchId: string;
  /** Our reference of the request, where the operator echoes it: it finds a batch whose answer never arrived. */
  readonly reference: string | null;
  /** E.164 with `+`. */
  readonly recipient: string;
}

interface News {
  readonly status: ReceiptStatus;
  /** The operator's own code, as text. */
  readonly code: string;
  /** Why it was not delivered, in words; null when there is nothing to say. */
  readonly error: string | null;
  /** When it happened, ISO 8601 in UTC; null when the operator does not say. */
  readonly at: string | null;
  /** Parts the operator counted; null when it does not say. */
  readonly parts: number | null;
  /** No message will ever get to this number: it is wrong, or to be left alone for good. Left out: nobody says so. */
  readonly isNumberUnusable?: true;
  /** The account is at fault: every other message will fare the same until a person mends it. Left out: it is not. */
  readonly stopsQueue?: true;
}

/** What an operator reports about one message. */
export type ReceiptUpdate = News & (ByMessage | ByRecipient);

/**
 * What a call from an operator says: news of messages, texts that came in, or neither, as when it is about a message of somebody
 * else. A refused one changes nothing.
 */
export type CallbackReading =
  | {
      readonly ok: true;
      readonly updates: readonly ReceiptUpdate[];
      readonly incoming: readonly IncomingMessage[];
    }
  | { readonly ok: false; readonly reason: 'malformed' | 'unsupported_type' | 'unsupported_status' };
