import { addDuration, messageRulesOf, type NodeOf } from '@curlew/scenario';
import type { CustomerFacts, FrequencyRule, MessageFacts } from './facts.ts';
import type { RefusalType } from './message-decision.ts';

/** What a message that leaves is held to afterwards. */
export interface MessageTerms {
  /** The policy it counts against; null: none. */
  readonly frequencyPolicyId: string | null;
  /** Milliseconds since 1970, from which it is not to leave any more; null: never. */
  readonly expiresAt: number | null;
}

/** The policy and the end of a message, by its node and the project's defaults. */
export const messageTermsOf = (node: NodeOf<'sms'>, facts: MessageFacts): MessageTerms => {
  const { frequencyPolicyId, expiry } = messageRulesOf(node, facts.defaults);
  const { reachedAt = facts.now, project } = facts;
  return {
    frequencyPolicyId,
    expiresAt: expiry === null ? null : addDuration(reachedAt, expiry, project.timeZone ?? 'UTC'),
  };
};

const dayMs = 86_400_000;

const isFull = ({ most, days }: FrequencyRule, uses: readonly number[], now: number): boolean =>
  uses.filter((at) => at > now - days * dayMs).length >= most;

const describeRule = ({ most, days }: FrequencyRule): string =>
  `${most === 1 ? '1 message' : `${most} messages`} in ${days === 1 ? '1 day' : `${days} days`}`;

const findFullRule = (
  policyId: string,
  { frequencyUses }: CustomerFacts,
  { project, now }: MessageFacts,
): string | null => {
  const rules = project.frequencyPolicies.get(policyId);
  // Nobody knows what it allowed.
  if (!rules) return 'The frequency policy of this message was deleted, so nobody gets it';
  const uses = frequencyUses?.get(policyId) ?? [];
  const full = rules.find((rule) => isFull(rule, uses, now));
  return full ? `The customer has got all that the frequency policy allows: ${describeRule(full)}` : null;
};

interface Untimely {
  readonly type: RefusalType;
  readonly message: string;
}

/** Whether it is too late for a message. */
export const checkExpiry = (node: NodeOf<'sms'>, facts: MessageFacts): Untimely | null => {
  const { expiresAt } = messageTermsOf(node, facts);
  return expiresAt !== null && facts.now >= expiresAt
    ? { type: 'expired', message: 'The message expired before it could be sent' }
    : null;
};

/** The part of the gate that looks at when: has the customer got too much already, and is it too late? */
export const checkTiming = (
  node: NodeOf<'sms'>,
  customer: CustomerFacts,
  facts: MessageFacts,
): Untimely | null => {
  const { frequencyPolicyId } = messageTermsOf(node, facts);
  const full = frequencyPolicyId === null ? null : findFullRule(frequencyPolicyId, customer, facts);
  return full === null ? checkExpiry(node, facts) : { type: 'frequency_policy', message: full };
};
