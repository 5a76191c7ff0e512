import type { CustomerFacts, DryCustomer, MessageFacts } from '@curlew/engine';
import type { ScenarioDocument } from '@curlew/scenario';
import type { Connection } from '../../database/database.ts';
import { loadConditionEvents } from '../audiences/condition-events.ts';
import { findUsedPolicies, withFrequencyUses } from '../frequency/service.ts';
import { readLastEntries } from '../triggers/last-entries.ts';
import { eventConditionsOf } from '../walk/walk-needs.ts';
import { readConsentEnds } from './store.ts';

interface Played {
  readonly projectId: string;
  readonly scenarioId: string;
  readonly document: ScenarioDocument;
  readonly facts: MessageFacts;
  /** Milliseconds since 1970. */
  readonly startsAt: number;
}

// What counts later has not happened yet.
const usesUntil = (customer: CustomerFacts, startsAt: number): CustomerFacts =>
  customer.frequencyUses === undefined
    ? customer
    : {
        ...customer,
        frequencyUses: new Map(
          [...customer.frequencyUses].map(([id, uses]) => [id, uses.filter((at) => at <= startsAt)]),
        ),
      };

/** Adds to customers what a dry run asks of their past, each kind of thing once for all of them. Reads only. */
export const completeCustomers = async (
  connection: Connection,
  { projectId, scenarioId, document, facts, startsAt }: Played,
  customers: readonly CustomerFacts[],
): Promise<DryCustomer[]> => {
  const customerIds = customers.map(({ id }) => id);
  const policyIds = findUsedPolicies(document, facts);
  const counted = await withFrequencyUses(
    connection,
    { policyIds, facts: { ...facts, now: startsAt } },
    customers,
  );
  const events = await loadConditionEvents(
    connection,
    { projectId, timeZone: facts.project.timeZone ?? 'UTC', now: startsAt, until: startsAt },
    {
      conditions: document.nodes.filter((node) => node.kind === 'condition').flatMap(eventConditionsOf),
      customerIds,
    },
  );
  const ends = await readConsentEnds(connection, { projectId, customerIds });
  const until = new Date(startsAt);
  const entries = await readLastEntries(connection, {
    projectId,
    scenarioId,
    document,
    customerIds,
    until,
  });
  return counted.map((customer) => ({
    facts: { ...usesUntil(customer, startsAt), events: events.get(customer.id) ?? [] },
    consentsUntil: ends.get(customer.id) ?? new Map(),
    lastEntries: entries.get(customer.id) ?? new Map(),
  }));
};
