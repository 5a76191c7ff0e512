import type { StartForecast } from '@curlew/contract';
import {
  addEstimates,
  estimateCost,
  walk,
  walkThrough,
  type CostEstimate,
  type CustomerFacts,
  type MessageFacts,
} from '@curlew/engine';
import { triggerNodes, type ScenarioDocument } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { notFound } from '../../http/api-failure.ts';
import { createPauses } from '../../pauses.ts';
import { countCustomers, loadCustomerFactsPage, loadCustomerFactsSample } from '../customers/service.ts';
import { findUsedPolicies, withFrequencyUses } from '../frequency/service.ts';
import { readPrices } from '../prices/service.ts';
import { findScenario } from '../scenarios/service.ts';
import { findIntegrationChoice } from '../integrations/integration-choice.ts';
import { createForecastAnswers } from './forecast-answers.ts';
import { createForecastTally, type PartsToPay } from './forecast-tally.ts';
import { findDraftIssues } from './draft-issues.ts';
import { loadMessageFacts } from './message-facts.ts';

/** Up to this many customers the forecast is exact; above it is estimated from a random sample. */
const exactUpTo = 20_000;
const sampleSize = 10_000;
/** A message that is slow to render is estimated from as many customers as there is time for. */
const usualLongestMs = 10_000;
const pageSize = 1_000;

interface Audience {
  readonly projectId: string;
  readonly isExact: boolean;
  readonly policyIds: readonly string[];
  readonly facts: MessageFacts;
}

async function* readAudience(
  { database: { pool } }: AppContext,
  { projectId, isExact, ...counting }: Audience,
): AsyncGenerator<CustomerFacts> {
  if (!isExact) {
    yield* await withFrequencyUses(
      pool,
      counting,
      await loadCustomerFactsSample(pool, projectId, sampleSize),
    );
    return;
  }
  for (let after: string | null = null; ;) {
    const page: CustomerFacts[] = await loadCustomerFactsPage(pool, projectId, {
      after,
      limit: pageSize,
    });
    if (page.length === 0) return;
    yield* await withFrequencyUses(pool, counting, page);
    after = page.at(-1)?.id ?? null;
  }
}

/** What the parts cost today, through the integration that each node sends by. */
const estimate = async (
  context: AppContext,
  { projectId, document }: { projectId: string; document: ScenarioDocument },
  parts: readonly PartsToPay[],
): Promise<StartForecast['cost']> => {
  const choose = await findIntegrationChoice(context, projectId);
  const integrationOf = new Map(
    document.nodes.flatMap((node) => (node.kind === 'sms' ? [[node.id, choose(node).id] as const] : [])),
  );
  const groups = Map.groupBy(parts, ({ nodeId }) => integrationOf.get(nodeId));
  const day = context.now().toISOString().slice(0, 10);
  const estimates: CostEstimate[] = [];
  for (const [integrationId, own] of groups) {
    if (integrationId === undefined) throw new Error('parts were counted at a node that sends nothing');
    const prices = await readPrices(context.database.pool, { projectId, integrationId });
    estimates.push(estimateCost(own, prices, day));
  }
  const { sums, unpriced } = addEstimates(estimates);
  return { sums: [...sums], unpriced: [...unpriced] };
};

const tallyAudience = async (
  context: AppContext,
  {
    projectId,
    scenario,
    document,
    longestMs,
  }: {
    projectId: string;
    scenario: { id: string; name: string };
    document: ScenarioDocument;
    longestMs: number;
  },
): Promise<Pick<StartForecast, 'customers' | 'sampled' | 'nodes' | 'refusals' | 'cost'>> => {
  const customers = await countCustomers(context.database.pool, projectId);
  const isExact = customers <= exactUpTo;
  const facts = await loadMessageFacts(context, projectId, scenario);
  const go = walk(document, facts, { isForecast: true });
  const policyIds = findUsedPolicies(document, facts);
  const tally = createForecastTally();
  const answer = createForecastAnswers(isExact ? 1 : Math.max(1, customers / sampleSize));
  const pause = createPauses();
  const end = performance.now() + longestMs;
  let looked = 0;
  let isWhole = isExact;
  for await (const customer of readAudience(context, { projectId, isExact, policyIds, facts })) {
    for (const trigger of triggerNodes(document)) {
      tally.add(customer, walkThrough(go, { nodeId: trigger.id, visit: 1, customer }, answer));
      await pause();
    }
    looked += 1;
    if (performance.now() >= end && looked < customers) {
      isWhole = false;
      break;
    }
  }
  const factor = isWhole || looked === 0 ? 1 : customers / looked;
  const { parts, ...counts } = tally.scaled(factor);
  const cost = await estimate(context, { projectId, document }, parts);
  return { customers, sampled: isWhole ? null : looked, ...counts, cost };
};

/** What a start of the draft would do, walked by the same engine over the true audience. Writes and sends nothing. */
export const forecastStart = async (
  context: AppContext,
  where: { projectId: string; scenarioId: string },
  longestMs: number = usualLongestMs,
): Promise<StartForecast> => {
  const scenario = await findScenario(context.database.pool, where);
  if (!scenario) throw notFound('scenario');
  const { projectId } = where;
  const { document, revision } = scenario;
  const issues = await findDraftIssues(context, { projectId, scenario, document });
  const hasErrors = issues.some((issue) => issue.severity === 'error');
  if (hasErrors) {
    const customers = await countCustomers(context.database.pool, projectId);
    return {
      revision,
      issues,
      customers,
      sampled: null,
      nodes: [],
      refusals: [],
      cost: { sums: [], unpriced: [] },
    };
  }
  const tally = await tallyAudience(context, { projectId, scenario, document, longestMs });
  return { revision, issues, ...tally };
};
