import type { Encoding } from '@curlew/sms';
import type { z } from 'zod';
import type { ConnectionCheck } from './connection-check.ts';
import type { CallbackReading } from './receipt.ts';
import type { SendOutcome } from './send-outcome.ts';

/** The operators there are adapters for. */
export type ProviderId = 'sinch' | 'cm' | 'webhook';

/** One SMS, rendered and counted. */
export interface OutboundMessage {
  readonly id: string;
  /** Text, short code or number, as the operator is to show it. */
  readonly sender: string;
  /** E.164 with `+`. */
  readonly recipient: string;
  readonly text: string;
  readonly parts: number;
  readonly encoding: Encoding;
  /** Milliseconds since 1970, from which no phone is to get it any more; null: it never expires. */
  readonly expiresAt: number | null;
}

/** What leaves in one request; made by `planBatches`. */
export interface OutboundBatch {
  readonly messages: readonly OutboundMessage[];
}

/** The `fetch` of the platform, as far as adapters use it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What every request to an operator needs. */
export interface CallContext<Settings, Secrets> {
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly fetch: Fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From the start of the request to the last byte of the answer. */
  readonly timeoutMs: number;
}

/** What sending a batch needs besides. */
export interface SendContext<Settings, Secrets> extends CallContext<Settings, Secrets> {
  /** Our id of this request, a UUID never used before; the operator echoes it. */
  readonly reference: string;
  /** Where receipts are to go; null: no receipts are asked for. */
  readonly callbackUrl: string | null;
}

/** Whether the operator has a request whose answer we did not get. `not_found`: it holds nothing by that reference. */
export type FindOutcome =
  | { readonly kind: 'found'; readonly providerBatchId: string }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'unknown'; readonly error: string };

/** A call from an operator, before anything in it is believed. */
export interface IncomingCall<Secrets> {
  /** The bytes as they came: a signature covers these, not a body written anew. */
  readonly rawBody: Uint8Array;
  /** By lower-case name, as Node gives them. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly secrets: Secrets;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Whether a call may be believed. `replayKey`: a value a genuine call never repeats within the time window, to be
 * remembered by the caller; null: the operator does not sign, and only the secret in the address protects.
 */
export type CallbackCheck =
  | { readonly ok: true; readonly replayKey: string | null }
  | {
      readonly ok: false;
      /** `outside_time_window` only where the signature holds: it was theirs, and one of the two clocks is wrong or it is played back. */
      readonly reason: 'unsigned' | 'unsupported_algorithm' | 'outside_time_window' | 'wrong_signature';
    };

/** How an operator calls, and how it wants to be answered; what could be stored is answered 200 to everyone. */
export interface CallbackManners {
  /** The answer to a genuine call that says nothing we can read: 200 where the operator would repeat it for weeks. */
  readonly unreadable: 200 | 400;
  /** Calls may come as a query or a form instead of JSON; only where calls are not signed, as no signature covers a query. */
  readonly takesForms: boolean;
}

/** The port to one operator: everything Curlew asks of it. */
export interface Provider<Settings, Secrets> {
  readonly id: ProviderId;
  /** Its name, as people know it. */
  readonly title: string;
  readonly settingsSchema: z.ZodType<Settings>;
  readonly secretsSchema: z.ZodType<Secrets>;
  /** Splits messages into requests this operator takes; every message lands in exactly one. */
  readonly planBatches: (messages: readonly OutboundMessage[]) => readonly OutboundBatch[];
  /** Makes one request, never a second one. */
  readonly send: (batch: OutboundBatch, context: SendContext<Settings, Secrets>) => Promise<SendOutcome>;
  /** Asks for the request sent with this reference. */
  readonly findBatch: (reference: string, context: CallContext<Settings, Secrets>) => Promise<FindOutcome>;
  /** Asks whether settings and secrets are right, with one request that sends nothing. */
  readonly checkConnection: (context: CallContext<Settings, Secrets>) => Promise<ConnectionCheck>;
  readonly verifyCallback: (call: IncomingCall<Secrets>) => Promise<CallbackCheck>;
  readonly callbacks: CallbackManners;
  /** Reads a call's JSON body, of which nothing is known; never throws. */
  readonly readCallback: (body: unknown) => CallbackReading;
}
