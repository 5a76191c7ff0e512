import type { NodeKind, NodeOf } from '@curlew/scenario';
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

/** The output a customer leaves by, and what the gate said where a message was meant. */
export interface NodeOutcome {
  readonly output: string;
  readonly decision?: MessageDecision;
}
