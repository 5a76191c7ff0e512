import { createCampaignEvent, type CampaignEvent, type CampaignSource } from './campaign-event.ts';
import type { ScenarioNode } from '@curlew/scenario';
import type { CustomerFacts, ScenarioFacts } from './facts.ts';
import type { Refusal } from './message-decision.ts';
import type { MessageEffect } from './node-outcome.ts';

/** What the gate decided about a message, and whose it is. */
export interface DecidedMessage {
  readonly scenario: ScenarioFacts;
  readonly node: ScenarioNode;
  readonly customer: CustomerFacts;
  readonly effect: MessageEffect;
}

export const campaignSourceOf = ({ scenario, node, effect }: DecidedMessage): CampaignSource => ({
  scenarioId: scenario.id,
  scenarioName: scenario.name,
  node,
  properties: {
    ...effect.properties,
    ...(effect.frequencyPolicyId === null ? {} : { campaign_policy: effect.frequencyPolicyId }),
  },
});

/** What the campaign event of a message that does not leave says of the reason. */
export const refusalDetailsOf = ({ language, type, message, sender }: Refusal) => ({
  language,
  type,
  message,
  ...(sender === undefined ? {} : { sender }),
});

/** The campaign event of a decision; `id` is the message's, where it has one already. */
export const createDecisionEvent = (decided: DecidedMessage, id?: string): CampaignEvent => {
  const { decision } = decided.effect;
  const { phone } = decided.customer;
  const source = campaignSourceOf(decided);
  if (decision.status !== 'enqueued') {
    const recipient = phone.e164 ?? phone.raw;
    return createCampaignEvent(source, decision.status, { recipient, ...refusalDetailsOf(decision) });
  }
  const { status, recipient, sender, language, text, parts, encoding } = decision;
  const details = { recipient, sender, language, message: text, message_parts: parts, encoding };
  return createCampaignEvent(source, status, id === undefined ? details : { ...details, message_id: id });
};
