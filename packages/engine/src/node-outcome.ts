import type { Comparison, NodeKind, NodeOf, SilentHoursSettings } from '@curlew/scenario';
import type { BatchMemory } from './batch-memory.ts';
import type { MessageTerms } from './check-timing.ts';
import type { EventProperties } from './event-properties.ts';
import type { CustomerFacts, EventFacts, MessageFacts } from './facts.ts';
import type { MessageDecision } from './message-decision.ts';

/** What is known of the run that a walk is part of. */
export interface RunFacts {
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** The variant that everyone takes from now on, by id of the split; left out: none is decided. */
  readonly winners?: ReadonlyMap<string, string>;
}

/** What a node cannot decide from facts: the walk stops there until it is given the answer. */
export type Question =
  /** May one more customer pass? Answered once for each visit, at most `most` times with yes. */
  | { readonly kind: 'limit'; readonly most: number }
  | { readonly kind: 'webhook'; readonly request: WebhookRequest };

/** A request to a server of the project's own, its templates rendered. */
export interface WebhookRequest {
  readonly method: NodeOf<'webhook'>['settings']['method'];
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** Null where the method has none. */
  readonly body: string | null;
  readonly timeoutSeconds: number;
}

export type Answer =
  | { readonly kind: 'limit'; readonly passes: boolean }
  | {
      readonly kind: 'webhook';
      /** Whether it answered with a status from 200 to 299 in time. */
      readonly isOk: boolean;
      /** What `webhook` is in later templates; left out where nothing came. */
      readonly body?: unknown;
      /** The status, or in words why there is none. */
      readonly said: string | number;
    };

/** What a node's executor is given. */
export interface NodeInput<K extends NodeKind> {
  readonly node: NodeOf<K>;
  readonly memory: BatchMemory;
  readonly customer: CustomerFacts;
  readonly facts: MessageFacts;
  readonly run: RunFacts;
  /** When the customer came to the node, in milliseconds since 1970. */
  readonly reachedAt: number;
  /** Until when they are held at it, worked out when they came; undefined: it is to be worked out. */
  readonly heldUntil: number | undefined;
  /** Nobody is held: what comes after a wait is asked at once. */
  readonly isForecast: boolean;
  /** To the question that the node asked before. */
  readonly answer: Answer | undefined;
  /** The first event that a Wait for an event waits for, where there is one since the customer came. */
  readonly happened: EventFacts | undefined;
  /** Of the A/B split passed last, by its name; undefined: none was passed. */
  readonly variant: string | undefined;
}

/** What came of a message that was meant for a customer. */
export interface MessageEffect extends MessageTerms {
  readonly kind: 'message';
  readonly decision: MessageDecision;
  /** When it is not to leave, its zone the customer's own IANA zone; null: there are no such hours. */
  readonly silentHours: SilentHoursSettings | null;
  /** For each of its campaign events. */
  readonly properties: EventProperties;
}

/** What a node does to the customer it lets go. */
export type NodeEffect =
  | MessageEffect
  /** Values by name; null deletes the attribute. */
  | { readonly kind: 'attributes'; readonly values: Readonly<Record<string, unknown>> }
  | {
      readonly kind: 'event';
      readonly type: string;
      readonly properties: Readonly<Record<string, unknown>>;
      readonly mayTrigger: boolean;
    }
  | {
      readonly kind: 'consent';
      readonly categoryId: string;
      readonly isGranted: boolean;
      /** Milliseconds since 1970; null: until it is changed. */
      readonly validUntil: number | null;
    };

/** The value that decided a step, small enough to be kept for each customer; its shape is the node kind's own. */
export type Why = string | number | readonly (string | number | boolean | null)[];

/** An event that a customer is held for. */
export interface AwaitedEvent {
  readonly type: string;
  /** All must hold. */
  readonly where: readonly Comparison[];
}

/** Why a walk ends at a node that it would have gone on from. */
export interface Ending {
  readonly code: 'moment_past' | 'template_error' | 'no_number' | 'too_many_steps';
  readonly message: string;
}

/** What a node does: it holds the customer, who is asked about again then, lets them go, asks for something, or ends the walk. */
export type NodeOutcome =
  | {
      readonly kind: 'hold';
      /** Milliseconds since 1970, later than now. */
      readonly until: number;
      readonly event?: AwaitedEvent;
      /** The output they leave by when the time is up. */
      readonly output: string;
    }
  | {
      readonly kind: 'leave';
      readonly output: string;
      readonly effects?: readonly NodeEffect[];
      /** As the walk knows them from here on; left out: nothing has changed. */
      readonly customer?: CustomerFacts;
      /** What a Webhook was answered, which is `webhook` from here on; null: nothing. Left out: no webhook was passed. */
      readonly heard?: unknown;
      /** The variant that an A/B split has put them in, by its name. */
      readonly variant?: string;
      readonly why?: Why;
    }
  | { readonly kind: 'ask'; readonly question: Question }
  | { readonly kind: 'end'; readonly ending: Ending; readonly why?: Why };
