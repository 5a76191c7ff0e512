import type { CustomerFacts, EventFacts } from '../facts.ts';
import type { Answer } from '../node-outcome.ts';

/** What becomes of a message of the dry run, or what its customer does with it. */
export interface DryReaction {
  /** The SMS node whose messages it is about; null: all of them. */
  readonly nodeId: string | null;
  readonly kind: 'delivered' | 'failed' | 'clicked' | 'replied';
  /** Milliseconds from the moment that the message left the gate. */
  readonly afterMs: number;
  /** Of a reply what it says, of a failure why; left out: nothing. */
  readonly text?: string;
}

/** What is played in a dry run: its time, and all that the world would decide. */
export interface DryRunScript {
  /** The scenario is started then; milliseconds since 1970. */
  readonly startsAt: number;
  /** The last moment that is played. */
  readonly endsAt: number;
  /** The only trigger that lets anybody in, at once and whatever its settings; left out: all of them, by the clock and by events. */
  readonly enterBy?: string;
  /** What customers do, at any moments of the time played. */
  readonly events: readonly EventFacts[];
  readonly reactions: readonly DryReaction[];
  /** Answers of Webhook nodes; one without is answered 200 with no body. */
  readonly webhooks: ReadonlyMap<string, Omit<Extract<Answer, { kind: 'webhook' }>, 'kind'>>;
  /** The variant that everyone takes, by id of the split; left out: the true draw. */
  readonly variants: ReadonlyMap<string, string>;
  /** The variant that wins an A/B split with a test, by id of the split; left out: none does, and the weights stay. */
  readonly winners: ReadonlyMap<string, string>;
}

/** A customer of a dry run. */
export interface DryCustomer {
  readonly facts: CustomerFacts;
  /** Until when consents are valid, in milliseconds since 1970, by id of the category; one that is missing stays. */
  readonly consentsUntil?: ReadonlyMap<string, number>;
  /** When they last came in by a trigger that lets nobody in again, by id of the trigger. */
  readonly lastEntries?: ReadonlyMap<string, number>;
}
