import type { ScenarioNode } from '@curlew/scenario';
import type { CustomerFacts, MessageFacts } from './facts.ts';

const firstOrAll = (values: readonly string[]): unknown => (values.length === 1 ? values[0] : [...values]);

/** The variables of a message's template. `time` is whole seconds since 1970. */
export const createRenderContext = (
  node: Pick<ScenarioNode, 'number' | 'name'>,
  customer: CustomerFacts,
  facts: MessageFacts,
): Readonly<Record<string, unknown>> => ({
  customer: customer.attributes,
  customer_ids: Object.fromEntries(
    Object.entries(customer.ids).map(([kind, values]) => [kind, firstOrAll(values)]),
  ),
  project: { id: facts.project.id, name: facts.project.name },
  scenario: { id: facts.scenario.id, name: facts.scenario.name },
  action: { id: node.number, name: node.name },
  time: Math.floor(facts.now / 1000),
});
