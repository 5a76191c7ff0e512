import type { CmOrder } from './cm/cm-order.ts';
import type { BatchRequest } from './xms/batch-request.ts';
import type { Encoding } from './text/segment.ts';

/** Sinch's message statuses; the last eight are final. */
export const statuses = [
  'Queued',
  'Dispatched',
  'Delivered',
  'Failed',
  'Rejected',
  'Deleted',
  'Expired',
  'Aborted',
  'Cancelled',
  'Unknown',
] as const;

export type Status = (typeof statuses)[number];

/** One SMS to one phone. `status`, `code` and `at` move on; the ledger alone moves them. */
export interface Message {
  readonly batch: Batch;
  readonly recipient: string;
  readonly text: string;
  readonly encoding: Encoding;
  readonly parts: number;
  status: Status;
  code: number;
  /** Epoch milliseconds of the last change of status. */
  at: number;
}

/** Why whoever sent a batch could not learn that it was accepted: by a fault, or because they had hung up. */
export const hiddenReasons = ['dropAfter', 'timeoutAfter', 'truncated', 'clientGone'] as const;

export type HiddenReason = (typeof hiddenReasons)[number];

interface BatchBase {
  readonly id: string;
  readonly createdAt: number;
  /** What the sender calls it; with the recipient, the only name a message has on both sides. */
  readonly reference: string | undefined;
  readonly sender: string;
  /** Epoch milliseconds. */
  readonly sendAt: number;
  readonly expireAt: number;
  readonly messages: readonly Message[];
  /** Messages without a final status yet. */
  open: number;
  hiddenBy: HiddenReason | null;
}

/** One accepted `POST /batches` of XMS. */
export interface XmsBatch extends BatchBase {
  readonly wire: 'xms';
  readonly request: BatchRequest;
}

/** One message accepted by CM's format, which knows no batches: the only one of its kind here. */
export interface CmBatch extends BatchBase {
  readonly wire: 'cm';
  readonly request: CmOrder;
}

/** What was accepted in one piece. */
export type Batch = XmsBatch | CmBatch;

/** Delivery receipt codes the carrier gives itself; a phone network's own codes lie below 400 in XMS. */
export const codes = {
  delivered: 0,
  queued: 400,
  dispatched: 401,
  unmatchedParameter: 405,
  expired: 406,
  cmExpired: 8,
  noOriginator: 410,
  tooManyParts: 411,
} as const;

export function isFinal(status: Status): boolean {
  return status !== 'Queued' && status !== 'Dispatched';
}
