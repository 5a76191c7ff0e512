import type { CustomerFacts, MessageFacts } from '@curlew/engine';
import { messageRulesOf, type ScenarioDocument } from '@curlew/scenario';
import type { Connection } from '../../database/database.ts';
import { readUses, readUsesOf, type UseRow } from './store.ts';

// What a message uses up of a policy, and that one that expired or was replaced gives back.
export { deleteUses as giveBackUses, insertUses as recordUses, type NewUse } from './store.ts';

const dayMs = 86_400_000;

/** The policies that messages of a scenario count against and that there are, in order of id. */
export const findUsedPolicies = (document: ScenarioDocument, facts: MessageFacts): string[] => {
  const used = document.nodes.flatMap((node) => {
    const id = node.kind === 'sms' ? messageRulesOf(node, facts.defaults).frequencyPolicyId : null;
    return id !== null && facts.project.frequencyPolicies.has(id) ? [id] : [];
  });
  return [...new Set(used)].toSorted();
};

/** Customers together with the messages they got that count against these policies now, `without` those that are to be replaced. */
export const withFrequencyUses = async (
  connection: Connection,
  {
    policyIds,
    facts,
    without = [],
  }: { policyIds: readonly string[]; facts: MessageFacts; without?: readonly string[] },
  customers: readonly CustomerFacts[],
): Promise<readonly CustomerFacts[]> => {
  if (policyIds.length === 0 || customers.length === 0) return customers;
  const { id: projectId, frequencyPolicies } = facts.project;
  const longest = policyIds.flatMap((id) => frequencyPolicies.get(id) ?? []).map(({ days }) => days);
  const uses = await readUses(connection, {
    projectId,
    policyIds,
    customerIds: customers.map(({ id }) => id),
    since: new Date(facts.now - Math.max(0, ...longest) * dayMs),
    without,
  });
  const byCustomer = Map.groupBy(uses, ({ customerId }) => customerId);
  return customers.map((customer) => {
    const own = byCustomer.get(customer.id);
    if (!own) return customer;
    const byPolicy = Map.groupBy(own, ({ policyId }) => policyId);
    const frequencyUses = new Map(
      [...byPolicy].map(([policyId, rows]) => [policyId, rows.map(({ at }) => at.getTime())]),
    );
    return { ...customer, frequencyUses };
  });
};

/** What counts against the policies of a project for one customer, of the last year. */
export const listFrequencyUses = (
  connection: Connection,
  { projectId, customerId, now }: { projectId: string; customerId: string; now: Date },
): Promise<UseRow[]> =>
  readUsesOf(connection, { projectId, customerId, since: new Date(now.getTime() - 366 * dayMs) });
