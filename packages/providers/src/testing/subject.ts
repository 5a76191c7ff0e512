import type { FindOutcome, OutboundBatch, OutboundMessage } from '../provider.ts';
import type { CallbackReading, ReceiptUpdate } from '../receipt.ts';
import type { SendOutcome } from '../send-outcome.ts';

export interface Operator {
  readonly send: (batch: OutboundBatch) => Promise<SendOutcome>;
  readonly findBatch: () => Promise<FindOutcome>;
}

/** What the operator was given, for its answers and reports to speak of. */
export interface Sent {
  readonly reference: string;
  readonly messages: readonly OutboundMessage[];
}

/** What the contract suite needs to know of an adapter. */
export interface Subject {
  readonly title: string;
  /** In the secrets of `open`; must show up nowhere. */
  readonly secret: string;
  readonly open: (baseUrl: string, timeoutMs: number) => Operator;
  readonly readCallback: (body: unknown) => CallbackReading;
  readonly planBatches: (messages: readonly OutboundMessage[]) => readonly OutboundBatch[];
  /** Most messages of one request. */
  readonly limit: number;
  readonly success: { readonly status: number; readonly body: (sent: Sent) => unknown };
  /** Bodies that come with the status of success and prove nothing. */
  readonly nonsense: (sent: Sent) => readonly unknown[];
  readonly refusedCredentials: { readonly status: number; readonly error: (text: string) => unknown };
  readonly undocumented: readonly number[];
  /** How the operator answers for a request; null: it cannot be asked. */
  readonly lookup: { readonly found: (reference: string) => unknown; readonly notFound: unknown } | null;
  /** Where the body of a request says what it carries. */
  readonly read: (body: string) => {
    /** Until when the operator is to try, in milliseconds; null: as long as it does by itself. */
    readonly expiresAt: number | null;
    readonly recipients: readonly string[];
    readonly texts: readonly string[];
  };
  /** The recipient of the contract's message as the operator writes it. */
  readonly recipientForm: string;
  /** A report that the first message has arrived, and what it says of which message that is. */
  readonly delivered: (sent: Sent) => { readonly body: unknown; readonly names: Partial<ReceiptUpdate> };
  /** A call about a text that came in. */
  readonly incoming: unknown;
}
