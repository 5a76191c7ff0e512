/** Where the carrier listens, and what it is called with. */
export interface CarrierAddress {
  readonly url: string;
  readonly token: string;
}

/** What a bench asks of a worker. */
export type WorkerCall =
  | { readonly kind: 'prepare' }
  | { readonly kind: 'audience'; readonly customers: number }
  | {
      readonly kind: 'start';
      readonly projectId: string;
      readonly scenario: 'walk' | 'send';
      readonly carrier?: CarrierAddress;
      /** It is called in CM's format and reports to the server at this address; left out: in Sinch's, whose requests say where to. */
      readonly cmReportsTo?: string;
      /** Left out: as fast as it goes. */
      readonly ratePerSecond?: number;
    }
  | {
      readonly kind: 'floor';
      readonly projectId: string;
      readonly carrier: CarrierAddress;
      /** It does every `of`-th batch of a thousand, from this one on. */
      readonly share: number;
      readonly of: number;
    }
  | { readonly kind: 'work' }
  | { readonly kind: 'clock'; readonly offsetMs: number }
  | { readonly kind: 'ask'; readonly sql: string; readonly values: readonly unknown[] }
  | { readonly kind: 'end' };
