import type { Behaviour } from './network/behaviour.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { LedgerFile } from './ledger/ledger-file.ts';
import type { FaultPlan } from './faults/fault-plan.ts';
import type { Network } from './network/network.ts';
import type { ReportFaults } from './reports/report-faults.ts';

/** What the routes act upon; one carrier has one. */
export interface World {
  readonly plan: string;
  readonly token: string;
  /** Where reports go when a batch names no callback_url. */
  readonly callbackUrl: string | undefined;
  /** CM's name for a token. */
  readonly productToken: string;
  /** Where CM's status reports go; nowhere while it is undefined. */
  readonly cmCallbackUrl: () => string | undefined;
  readonly setCmCallbackUrl: (url: string | undefined) => void;
  /** Messages the ledger holds before new ones are answered 503. */
  readonly capacity: number;
  readonly ledger: Ledger;
  readonly file: LedgerFile;
  readonly network: Network;
  readonly faults: FaultPlan;
  readonly reportFaults: ReportFaults;
  readonly behaviour: () => Behaviour;
  /** Replaces the behaviour, and with it whatever was left to be counted out. */
  readonly setBehaviour: (behaviour: Behaviour) => void;
}
