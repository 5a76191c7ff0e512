import { messageRulesOf, zoneOf } from '@curlew/scenario';
import { messageTermsOf } from '../check-timing.ts';
import { renderEventProperties } from '../event-properties.ts';
import { decideMessage } from '../gate.ts';
import type { NodeInput, NodeOutcome } from '../node-outcome.ts';

const findDue = ({ node, customer, facts, silentUntil, isForecast }: NodeInput<'sms'>): number => {
  const { silentHours } = messageRulesOf(node, facts.defaults);
  if (silentHours === null || isForecast) return facts.now;
  const { attributes, phone } = customer;
  const place = { timeZone: attributes['time_zone'], phoneCountry: phone.country ?? null };
  const zone = zoneOf(silentHours.timeZone, place, facts.project.timeZone ?? 'UTC');
  return silentUntil(silentHours, zone);
};

/**
 * An SMS node holds whom it is silent for, and asks the gate when it is not; the walk goes on whether or not a message
 * leaves.
 */
export const executeSms = (input: NodeInput<'sms'>): NodeOutcome => {
  const { node, customer, facts, prepare, isForecast } = input;
  const due = findDue(input);
  if (due > facts.now) return { kind: 'wait', until: due };
  const prepared = prepare(node);
  return {
    kind: 'leave',
    output: 'out',
    message: {
      ...messageTermsOf(node, facts),
      decision: decideMessage(prepared, customer, facts),
      properties: isForecast ? {} : renderEventProperties(prepared, customer, facts),
    },
  };
};
