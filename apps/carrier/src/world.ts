import type { Behaviour } from './network/behaviour.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { LedgerFile } from './ledger/ledger-file.ts';
import type { Network } from './network/network.ts';

/** What the routes act upon; one carrier has one. */
export interface World {
  readonly plan: string;
  readonly token: string;
  /** Where reports go when a batch names no callback_url. */
  readonly callbackUrl: string | undefined;
  /** Messages the ledger holds before new batches are answered 503. */
  readonly capacity: number;
  readonly ledger: Ledger;
  readonly file: LedgerFile;
  readonly network: Network;
  readonly behaviour: () => Behaviour;
  readonly setBehaviour: (behaviour: Behaviour) => void;
}
