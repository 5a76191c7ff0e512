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

/** One accepted `POST /batches`. */
export interface Batch {
  readonly id: string;
  readonly createdAt: number;
  readonly request: BatchRequest;
  readonly messages: readonly Message[];
  /** Messages without a final status yet. */
  open: number;
}

/** Delivery receipt codes the carrier gives itself; a phone network's own codes lie below 400. */
export const codes = {
  delivered: 0,
  queued: 400,
  dispatched: 401,
  unmatchedParameter: 405,
  expired: 406,
  noOriginator: 410,
  tooManyParts: 411,
} as const;

export function isFinal(status: Status): boolean {
  return status !== 'Queued' && status !== 'Dispatched';
}
