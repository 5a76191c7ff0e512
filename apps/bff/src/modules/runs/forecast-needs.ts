import type { ForecastAssumption } from '@curlew/contract';
import type { CustomerFacts, MessageFacts } from '@curlew/engine';
import { alwaysHolds, reachableFrom, triggerNodes, type ScenarioDocument } from '@curlew/scenario';
import type { Connection } from '../../database/database.ts';
import { loadConditionEvents, type EventCondition } from '../audiences/condition-events.ts';
import { findUsedPolicies, withFrequencyUses } from '../frequency/service.ts';
import { eventConditionsOf } from '../walk/walk-needs.ts';

/** What must be known of customers who walk a whole document at once. */
export interface ForecastNeeds {
  readonly conditions: readonly EventCondition[];
  readonly policyIds: readonly string[];
}

const reachedNodes = (document: ScenarioDocument) => {
  const reached = reachableFrom(
    document,
    triggerNodes(document).map(({ id }) => id),
  );
  return document.nodes.filter(({ id }) => reached.has(id));
};

export const findForecastNeeds = (document: ScenarioDocument, facts: MessageFacts): ForecastNeeds => {
  const conditions = reachedNodes(document).filter((node) => node.kind === 'condition');
  return {
    conditions: conditions.flatMap(eventConditionsOf),
    policyIds: findUsedPolicies(document, facts),
  };
};

/** What a forecast of a document takes for granted. */
export const findAssumptions = (document: ScenarioDocument): ForecastAssumption[] => {
  const nodes = reachedNodes(document);
  const assumptions: ForecastAssumption[] = [];
  if (nodes.some((node) => node.kind === 'wait' && node.settings.mode === 'event'))
    assumptions.push('events_never_come');
  if (nodes.some(({ kind }) => kind === 'webhook')) assumptions.push('webhooks_answer');
  if (nodes.some(alwaysHolds)) assumptions.push('as_of_now');
  return assumptions;
};

/** Customers with all that conditions and frequency policies ask of them, a query each for all of them. */
export const completeForForecast = async (
  connection: Connection,
  { needs, facts }: { needs: ForecastNeeds; facts: MessageFacts },
  customers: readonly CustomerFacts[],
): Promise<readonly CustomerFacts[]> => {
  const counted = await withFrequencyUses(connection, { policyIds: needs.policyIds, facts }, customers);
  if (needs.conditions.length === 0) return counted;
  const { id: projectId, timeZone = 'UTC' } = facts.project;
  const events = await loadConditionEvents(
    connection,
    { projectId, timeZone, now: facts.now },
    { conditions: needs.conditions, customerIds: customers.map(({ id }) => id) },
  );
  return counted.map((customer) => ({ ...customer, events: events.get(customer.id) ?? [] }));
};
