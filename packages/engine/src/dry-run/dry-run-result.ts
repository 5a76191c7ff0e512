import type { MessageDecision } from '../message-decision.ts';
import type { AwaitedEvent, Ending, NodeEffect, Why } from '../node-outcome.ts';

/** One walk of a customer has a number of its own, from 0 on in the order that they began. */
interface OfWalk {
  readonly walk: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly nodeId: string;
  /** Which of the nodes entered this one is, from 1 on. */
  readonly visit: number;
}

/** A node was left, by an output; null: the walk was ended at it. */
export interface DryStep extends OfWalk {
  readonly output: string | null;
  readonly why?: Why;
}

export interface DryMessage extends OfWalk {
  readonly decision: MessageDecision;
}

/** What a walk did to the customer besides messages. */
export interface DryChange extends OfWalk {
  readonly effect: Exclude<NodeEffect, { kind: 'message' }>;
}

/** Something that happened to a customer. */
export interface DryEvent {
  readonly at: number;
  readonly type: string;
  /** Who told it: the script, a message and what became of it, or a Track event node. */
  readonly by: 'script' | 'message' | 'walk';
  /** Of a message; null: of none. */
  readonly nodeId: string | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** How far a walk had come when the time was over. */
export interface DryWalk {
  readonly triggerId: string;
  readonly enteredAt: number;
  /** Where it stands, or ended. */
  readonly nodeId: string;
  readonly isFinished: boolean;
  readonly ending: Ending | null;
  readonly waitsUntil: number | null;
  readonly waitsFor: AwaitedEvent | null;
}

/** What a dry run was for one customer, everything in the order that it happened. */
export interface DryRunResult {
  readonly walks: readonly DryWalk[];
  readonly steps: readonly DryStep[];
  readonly messages: readonly DryMessage[];
  readonly changes: readonly DryChange[];
  readonly events: readonly DryEvent[];
  /** So much happened that the rest was not played. */
  readonly isCut: boolean;
}
