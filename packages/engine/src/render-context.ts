import type { ScenarioNode } from '@curlew/scenario';
import type { CustomerFacts, MessageFacts } from './facts.ts';

// Built from entries and not by assignment, which would take `__proto__` for something else than a name.
const readIds = (ids: CustomerFacts['ids']): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(ids)
      .filter(([, values]) => values.length > 0)
      .map(([kind, values]) => [kind, values.length === 1 ? values[0] : values]),
  );

/**
 * The variables of a message's template. An id that a customer has once is a text, one they have several times a list.
 * `time` is whole seconds since 1970.
 */
export const createRenderContext = (
  node: Pick<ScenarioNode, 'number' | 'name'>,
  customer: CustomerFacts,
  facts: MessageFacts,
): Readonly<Record<string, unknown>> => ({
  customer: customer.attributes,
  customer_ids: readIds(customer.ids),
  project: { id: facts.project.id, name: facts.project.name },
  scenario: { id: facts.scenario.id, name: facts.scenario.name },
  action: { id: node.number, name: node.name },
  time: Math.floor(facts.now / 1000),
});
