import type { NodeKind, NodeOf, SilentHoursSettings } from '@curlew/scenario';
import type { MessageTerms } from './check-timing.ts';
import type { EventProperties } from './event-properties.ts';
import type { CustomerFacts, MessageFacts } from './facts.ts';
import type { MessageDecision } from './message-decision.ts';
import type { PreparedMessage } from './prepared-message.ts';

/** What a node's executor is given. */
export interface NodeInput<K extends NodeKind> {
  readonly node: NodeOf<K>;
  readonly customer: CustomerFacts;
  readonly facts: MessageFacts;
  /** The node's message, compiled once for the whole batch. */
  readonly prepare: (node: NodeOf<'sms'>) => PreparedMessage;
  /** The end of a silence that it is now in the zone; now where it is not silent. Worked out once for the whole batch. */
  readonly silentUntil: (silence: SilentHoursSettings, timeZone: string) => number;
  /** Nobody is held: what comes after a wait is asked at once. */
  readonly isForecast: boolean;
}

/** What came of a message that was meant for a customer. */
export interface MessageEffect extends MessageTerms {
  readonly decision: MessageDecision;
  /** For each of its campaign events. */
  readonly properties: EventProperties;
}

/** What a node does: it holds the customer, who is asked about again then, or lets them go. */
export type NodeOutcome =
  /** Milliseconds since 1970, later than now. */
  | { readonly kind: 'wait'; readonly until: number }
  /** The output they leave by, and the message where one was meant. */
  | { readonly kind: 'leave'; readonly output: string; readonly message?: MessageEffect };
