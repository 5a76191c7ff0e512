import {
  addEstimates,
  estimateCost,
  type CostEstimate,
  type PartsToCountry,
  type Price,
} from '@curlew/engine';
import type { TriggerForecast } from '@curlew/contract';
import type { ScenarioDocument } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { findIntegrationChoice } from '../integrations/integration-choice.ts';
import { readPrices } from '../prices/service.ts';

type Cost = TriggerForecast['cost'];

const toCost = ({ sums, unpriced }: CostEstimate): Cost => ({ sums: [...sums], unpriced: [...unpriced] });

/** Adds up what several nodes cost. */
export const addCosts = (costs: readonly Cost[]): Cost => toCost(addEstimates(costs));

/** Makes what says what parts of a node cost today, through the integration that it sends by. */
export const createCostOfNode = async (
  context: AppContext,
  { projectId, document }: { projectId: string; document: ScenarioDocument },
): Promise<(nodeId: string, parts: readonly PartsToCountry[]) => Cost> => {
  const choose = await findIntegrationChoice(context, projectId);
  const day = context.now().toISOString().slice(0, 10);
  const pricesOf = new Map<string, readonly Price[]>();
  const integrationOf = new Map<string, string>();
  for (const node of document.nodes) {
    if (node.kind !== 'sms') continue;
    const { id: integrationId } = choose(node);
    integrationOf.set(node.id, integrationId);
    if (!pricesOf.has(integrationId))
      pricesOf.set(integrationId, await readPrices(context.database.pool, { projectId, integrationId }));
  }
  return (nodeId, parts) => {
    const prices = pricesOf.get(integrationOf.get(nodeId) ?? '');
    if (!prices) throw new Error(`parts were counted at node ${nodeId}, which sends nothing`);
    return toCost(estimateCost(parts, prices, day));
  };
};
