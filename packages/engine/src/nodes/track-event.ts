import type { NodeInput, NodeOutcome } from '../node-outcome.ts';
import { renderValues } from '../render-values.ts';

/** A Track event node adds an event at the moment of passing; a property that could not be rendered is left out and told. */
export const executeTrackEvent = (input: NodeInput<'track_event'>): NodeOutcome => {
  const { node, customer, facts } = input;
  const { event, properties, mayTrigger } = node.settings;
  const type = event.trim();
  const { values, failed } = renderValues(node, properties, input);
  const told = Object.fromEntries(values.filter(([, value]) => value !== null));
  return {
    kind: 'leave',
    output: 'out',
    effects: [{ kind: 'event', type, properties: told, mayTrigger }],
    customer: {
      ...customer,
      events: [...(customer.events ?? []), { type, timestamp: facts.now, properties: told }],
    },
    ...(failed.length === 0 ? {} : { why: failed.slice(0, 10) }),
  };
};
