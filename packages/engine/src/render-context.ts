import { hostFunction, hostLookup, hostValue } from '@curlew/jinja';
import type { ScenarioNode } from '@curlew/scenario';
import type { CustomerFacts, EventFacts, MessageFacts, TemplateSources } from './facts.ts';
import type { WithToken } from './identity-token.ts';

type Variables = Readonly<Record<string, unknown>>;

// Built from entries and not by assignment, which would take `__proto__` for something else than a name.
const readIds = (ids: CustomerFacts['ids']): Variables =>
  Object.fromEntries(
    Object.entries(ids)
      .filter(([, values]) => values.length > 0)
      .map(([kind, values]) => [kind, values.length === 1 ? values[0] : values]),
  );

/** A property named `type` or `timestamp` hides the event's own. */
const readEvent = ({ type, timestamp, properties }: EventFacts): Variables => ({
  type,
  timestamp: new Date(timestamp),
  ...properties,
});

/** `catalogs.Shoes.item_by_id('7').title`; an item that is not there is undefined. */
const createCatalogs = (find: NonNullable<TemplateSources['catalogItem']>): unknown =>
  hostLookup('catalogs', (catalog) =>
    hostLookup(`catalogs.${catalog}`, (name) =>
      name === 'item_by_id' ? hostFunction({ id: 'text' }, ({ id }) => find(catalog, id)) : undefined,
    ),
  );

const readSources = (sources: TemplateSources, { id }: CustomerFacts): Variables => {
  const { consentPage, catalogItem, aggregate, segmentation } = sources;
  return {
    ...(consentPage && {
      consent: hostLookup('consent', (name) => (name === 'page' ? consentPage(id) : undefined)),
    }),
    ...(catalogItem && { catalogs: createCatalogs(catalogItem) }),
    ...(aggregate && { aggregates: hostLookup('aggregates', (name) => aggregate(id, name)) }),
    ...(segmentation && { segmentations: hostLookup('segmentations', (name) => segmentation(id, name)) }),
  };
};

/** The variables that templates read most, quickly made; a template that reads no other is rendered with them. */
export const createShortContext = (
  node: Pick<ScenarioNode, 'number' | 'name'>,
  customer: CustomerFacts,
  facts: MessageFacts,
): Variables => ({
  customer: customer.attributes,
  project: { id: facts.project.id, name: facts.project.name },
  scenario: { id: facts.scenario.id, name: facts.scenario.name },
  action: { id: node.number, name: node.name },
  time: Math.floor(facts.now / 1000),
});

/**
 * The variables of a message's template. An id that a customer has once is a text, one they have several times a list.
 * `time` is whole seconds since 1970. `iitt` is known to what is sent to the customer and to nothing else.
 */
export const createRenderContext = (
  node: Pick<ScenarioNode, 'number' | 'name'>,
  customer: CustomerFacts,
  facts: MessageFacts & WithToken,
): Variables => ({
  ...facts.variables,
  ...createShortContext(node, customer, facts),
  customer_ids: readIds(customer.ids),
  ...(facts.event && { event: readEvent(facts.event) }),
  ...('webhook' in facts && { webhook: facts.webhook }),
  ...(facts.sources && readSources(facts.sources, customer)),
  ...(facts.token && { iitt: hostValue(facts.token.read) }),
});
