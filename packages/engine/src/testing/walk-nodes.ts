import type { NamedValue, ScenarioNode } from '@curlew/scenario';
import { createCustomerFacts, createFlow, createMessageFacts, createNode } from '@curlew/testkit';
import { walk, type CustomerFacts, type MessageFacts, type WalkResult } from '../index.ts';

/** An attribute or property, as a node is to write it. */
export const value = (name: string, text: string, type: NamedValue['type'] = 'text'): NamedValue => ({
  name,
  type,
  value: text,
});

export const set = (...attributes: NamedValue[]) => createNode('set_attribute', { attributes });
export const track = (...properties: NamedValue[]) =>
  createNode('track_event', { event: ' seen ', properties });

/** When these walks are, in milliseconds since 1970. */
export const now = Date.parse('2026-11-22T08:00Z');
export const factsOf = (more: Partial<MessageFacts> = {}) => createMessageFacts({ now, ...more });

/** Walks through nodes that follow each other. */
export const pass = (
  nodes: readonly ScenarioNode[],
  customer: CustomerFacts = createCustomerFacts(),
  facts = factsOf(),
): WalkResult => {
  const named = nodes.map((node, index) => ({ ...node, id: `n${index}` }));
  const edges = named.slice(1).map(({ id }, index) => [`n${index}`, 'out', id] as const);
  return walk(createFlow(named, edges), facts)({ nodeId: 'n0', visit: 1, customer });
};

/** A customer with these attributes, stored as they are. */
export const having = (attributes: Record<string, unknown>, more: Partial<CustomerFacts> = {}) =>
  createCustomerFacts({ attributes, stored: attributes, ...more });
