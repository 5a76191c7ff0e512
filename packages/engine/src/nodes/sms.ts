import { messageRulesOf } from '@curlew/scenario';
import { messageTermsOf } from '../check-timing.ts';
import { customerZone } from '../customer-zone.ts';
import { campaignEventType } from '../campaign-event.ts';
import { createDecisionEvent } from '../decision-event.ts';
import { renderEventProperties } from '../event-properties.ts';
import { decideMessage } from '../gate.ts';
import type { CustomerFacts } from '../facts.ts';
import type { MessageEffect, NodeInput, NodeOutcome } from '../node-outcome.ts';

// The rule and the zone in which it is silent for this customer.
const findSilence = ({ node, customer, facts }: NodeInput<'sms'>) => {
  const { silentHours } = messageRulesOf(node, facts.defaults);
  return silentHours && { silentHours, zone: customerZone(silentHours.timeZone, customer, facts) };
};

// Only where somebody asks what customers did: without that nothing of it is known.
const addEvent = (
  customer: CustomerFacts,
  effect: MessageEffect,
  { node, facts }: NodeInput<'sms'>,
): CustomerFacts => {
  const { events } = customer;
  if (events === undefined) return customer;
  const properties = createDecisionEvent({ scenario: facts.scenario, node, customer, effect });
  const type = campaignEventType(facts);
  return { ...customer, events: [...events, { type, timestamp: facts.now, properties }] };
};

// A message that leaves counts at once against the messages that the same walk comes to.
const countUse = (
  customer: CustomerFacts,
  { decision, frequencyPolicyId: id }: MessageEffect,
  now: number,
): CustomerFacts => {
  if (decision.status !== 'enqueued' || id === null) return customer;
  const uses = customer.frequencyUses ?? new Map<string, readonly number[]>();
  return { ...customer, frequencyUses: new Map(uses).set(id, [...(uses.get(id) ?? []), now]) };
};

/**
 * An SMS node holds whom it is silent for, and asks the gate when it is not; the walk goes on whether or not a message
 * leaves.
 */
export const executeSms = (input: NodeInput<'sms'>): NodeOutcome => {
  const { node, customer, facts, reachedAt, memory, isForecast, variant } = input;
  const silence = findSilence(input);
  const due = silence && !isForecast ? memory.silentUntil(silence.silentHours, silence.zone) : facts.now;
  if (due > facts.now) return { kind: 'hold', until: due, output: 'out' };
  const prepared = memory.prepare(node);
  // Only where they were held: terms are worked out once for all who came just now.
  const since = reachedAt < facts.now ? { ...facts, reachedAt } : facts;
  const decision = decideMessage(prepared, customer, since);
  const effect: MessageEffect = {
    kind: 'message',
    ...messageTermsOf(node, since),
    decision,
    silentHours: silence && { ...silence.silentHours, timeZone: silence.zone },
    properties: isForecast
      ? {}
      : {
          ...renderEventProperties(prepared, customer, facts),
          ...(variant === undefined ? {} : { variant }),
        },
  };
  return {
    kind: 'leave',
    output: 'out',
    effects: [effect],
    customer: addEvent(countUse(customer, effect, facts.now), effect, input),
    why: decision.status === 'enqueued' ? decision.status : decision.type,
  };
};
