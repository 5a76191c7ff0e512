/** A message that the operator left out of a request it otherwise took. */
export interface RefusedMessage {
  readonly messageId: string;
  readonly code: string;
  readonly error: string;
  /** It was refused for its number, which is no use for any other message either. Left out: nobody says so. */
  readonly isNumberUnusable?: true;
}

/** Messages that were not sent with a request that otherwise was, and may go out again later. */
export interface PutOff {
  readonly messageIds: readonly string[];
  /** Why, in our own words. */
  readonly error: string;
  /** As in `retry`. */
  readonly stopsQueue: boolean;
}

/** What became of one request to an operator. Errors never hold a secret. */
export type SendOutcome =
  /** The operator took the request. Everything in it is under way, but for what `refused` and `again` name. */
  | {
      readonly kind: 'accepted';
      /** The operator's id of the request; our own reference where the operator gives none. */
      readonly providerBatchId: string;
      /** For good. */
      readonly refused: readonly RefusedMessage[];
      /** Those that it did not take although nothing is wrong with them; left out: none. */
      readonly again?: PutOff;
    }
  /**
   * Nothing was sent. The messages named are refused for good; `all`: every message of the batch. Where ids are
   * listed, the others of the batch were not sent either, and may go out again in a new batch.
   */
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly error: string;
      readonly messageIds: 'all' | readonly string[];
      /** Why, for each message that the operator gives a reason of its own. */
      readonly each?: readonly RefusedMessage[];
    }
  /** Nothing was sent, and the same messages may be sent again later. */
  | {
      readonly kind: 'retry';
      /** How long the operator asks to wait; null: it did not say. */
      readonly afterMs: number | null;
      readonly error: string;
      /** The account or its settings are at fault: every other request will fare the same until a person mends it. */
      readonly stopsQueue: boolean;
      /** One of the messages may be at fault, and the operator does not say which: each half goes in a request of its own. */
      readonly inHalves?: true;
    }
  /** The request may have left and no answer that makes sense came back. Never send again blindly: ask `findBatch`. */
  | { readonly kind: 'unknown'; readonly error: string };
