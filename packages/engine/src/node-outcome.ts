import type { NodeKind, NodeOf } from '@curlew/scenario';
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
}

/** What came of a message that was meant for a customer. */
export interface MessageEffect {
  readonly decision: MessageDecision;
  /** For each of its campaign events. */
  readonly properties: EventProperties;
}

/** The output a customer leaves by, and the message where one was meant. */
export interface NodeOutcome {
  readonly output: string;
  readonly message?: MessageEffect;
}
