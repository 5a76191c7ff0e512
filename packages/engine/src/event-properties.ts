import { isCampaignProperty } from '@curlew/scenario';
import { createRender } from './create-render.ts';
import type { CustomerFacts, MessageFacts } from './facts.ts';
import type { PreparedMessage } from './prepared-message.ts';
import { readRendered } from './read-rendered.ts';

/** Custom properties of a message's campaign events, by name. */
export type EventProperties = Readonly<Record<string, unknown>>;

// A node has up to fifty, each of which stands in every event of each of its messages.
const limits = { steps: 10_000, units: 200_000, outputLength: 5_000 };

/**
 * The custom properties of a message's campaign events for one customer. One whose template fails, that is not of its
 * type, that nothing is left of, or that has a name of Curlew's own is left out: no property keeps a message back.
 */
export const renderEventProperties = (
  prepared: PreparedMessage,
  customer: CustomerFacts,
  facts: MessageFacts,
): EventProperties => {
  const properties = prepared.eventProperties();
  if (properties.length === 0) return {};
  const render = createRender(prepared.node, customer, { ...facts, limits });
  // From entries and not by assignment, which would take `__proto__` for something else than a name.
  return Object.fromEntries(
    properties.flatMap(({ name, type, value }) => {
      if (name === '' || isCampaignProperty(name)) return [];
      const written = readRendered(type, render(value));
      return written.ok && written.value !== null ? [[name, written.value] as const] : [];
    }),
  );
};
