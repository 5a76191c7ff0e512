import { dryScriptSchema, type DryPeople, type DryScript } from '@curlew/contract';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** Who plays: the customer chosen beside, a sample that stays the same until another is asked for, or somebody made up. */
export type DryWho =
  | { readonly kind: 'one' }
  | { readonly kind: 'sample'; readonly draw: number }
  /** Of an expectation that is looked at. */
  | { readonly kind: 'kept'; readonly id: string; readonly name: string }
  | { readonly kind: 'made'; readonly customer: Extract<DryPeople, { kind: 'made' }>['customer'] };

export type DryClock = 'project' | 'customer';

/** What a dry run is about, and where its clock stands. Never saved. */
export interface DryRunState {
  readonly isOpen: boolean;
  readonly who: DryWho;
  /** Ids of the samples that were drawn, by the number of the draw. */
  readonly drawn: ReadonlyMap<number, readonly string[]>;
  /** Milliseconds since 1970. */
  readonly startsAt: number;
  readonly script: DryScript;
  /** Milliseconds since 1970; null: at the end. */
  readonly at: number | null;
  readonly isPlaying: boolean;
  /** Of a sample, the customer who is looked at; null: all. */
  readonly customerId: string | null;
  readonly clock: DryClock;
}

export type DryRunStore = StoreApi<DryRunState>;

const minuteMs = 60_000;
export const sampleSize = 100;

/** An operator's word about every message, unless another is chosen. */
export const usualReaction = { nodeId: null, kind: 'delivered', after: 10, text: '' } as const;

export const newScript = (): DryScript => dryScriptSchema.parse({ reactions: [usualReaction] });

/** A dry run that begins with the minute; `now` in milliseconds since 1970. */
export const createDryRunStore = (now: number): DryRunStore =>
  createStore<DryRunState>()(() => ({
    isOpen: false,
    who: { kind: 'one' },
    drawn: new Map(),
    startsAt: now - (now % minuteMs),
    script: newScript(),
    at: null,
    isPlaying: false,
    customerId: null,
    clock: 'project',
  }));

/** Changes what is played: the clock goes on from where it stood. */
export const changeScript = (store: DryRunStore, change: (script: DryScript) => DryScript): void =>
  store.setState(({ script }) => ({ script: change(script), isPlaying: false }));
