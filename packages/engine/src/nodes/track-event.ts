import { createRender } from '../create-render.ts';
import type { NodeInput, NodeOutcome } from '../node-outcome.ts';
import { readRendered } from '../read-rendered.ts';

/** A Track event node adds an event at the moment of passing; a property that could not be rendered is left out and told. */
export const executeTrackEvent = ({
  node,
  customer,
  facts,
  memory,
}: NodeInput<'track_event'>): NodeOutcome => {
  const { event, properties: named, mayTrigger } = node.settings;
  const type = event.trim();
  const render = createRender(node, customer, facts);
  const values: [name: string, value: unknown][] = [];
  const failed: string[] = [];
  for (const { name, type: valueType, value } of named) {
    const written = readRendered(valueType, render(memory.compile(value)));
    if (!written.ok) failed.push(name.trim());
    else if (written.value !== null) values.push([name.trim(), written.value]);
  }
  // From entries and not by assignment, which would take `__proto__` for something else than a name.
  const properties = Object.fromEntries(values);
  return {
    kind: 'leave',
    output: 'out',
    effects: [{ kind: 'event', type, properties, mayTrigger }],
    customer: {
      ...customer,
      events: [...(customer.events ?? []), { type, timestamp: facts.now, properties }],
    },
    ...(failed.length === 0 ? {} : { why: failed.slice(0, 10) }),
  };
};
