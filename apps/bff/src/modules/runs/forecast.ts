import { walk, type CustomerFacts, type MessageFacts, type WalkResult } from '@curlew/engine';
import type { RefusalCount, StartForecast } from '@curlew/contract';
import { triggerNodes, type ScenarioDocument } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { notFound } from '../../http/api-failure.ts';
import { createPauses } from '../../pauses.ts';
import { countCustomers, loadCustomerFactsPage, loadCustomerFactsSample } from '../customers/service.ts';
import { findUsedPolicies, withFrequencyUses } from '../frequency/service.ts';
import { findScenario } from '../scenarios/service.ts';
import { findStartIssues } from './start-issues.ts';
import { loadMessageFacts } from './message-facts.ts';

/** Up to this many customers the forecast is exact; above it is estimated from a random sample. */
const exactUpTo = 20_000;
const sampleSize = 10_000;
/** A message that is slow to render is estimated from as many customers as there is time for. */
const usualLongestMs = 10_000;
const pageSize = 1_000;

interface NodeTally {
  messages: number;
  parts: number;
  refused: number;
}

const createTally = () => {
  const nodes = new Map<string, NodeTally>();
  const refusals = new Map<string, RefusalCount>();
  const add = (result: WalkResult): void => {
    for (const { nodeId, decision } of result.effects) {
      const node = nodes.get(nodeId) ?? { messages: 0, parts: 0, refused: 0 };
      nodes.set(nodeId, node);
      if (decision.status === 'enqueued') {
        node.messages += 1;
        node.parts += decision.parts;
        continue;
      }
      node.refused += 1;
      const key = `${nodeId} ${decision.status} ${decision.type}`;
      const known = refusals.get(key);
      const { status, type } = decision;
      refusals.set(key, known ? { ...known, count: known.count + 1 } : { nodeId, status, type, count: 1 });
    }
  };
  const scaled = (factor: number): Pick<StartForecast, 'nodes' | 'refusals'> => {
    const scale = (count: number): number => Math.round(count * factor);
    return {
      nodes: Array.from(nodes, ([nodeId, { messages, parts, refused }]) => ({
        nodeId,
        messages: scale(messages),
        parts: scale(parts),
        refused: scale(refused),
      })),
      refusals: Array.from(refusals.values(), (row) => ({ ...row, count: scale(row.count) })).sort(
        (a, b) => b.count - a.count,
      ),
    };
  };
  return { add, scaled };
};

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
): Promise<Pick<StartForecast, 'customers' | 'sampled' | 'nodes' | 'refusals'>> => {
  const customers = await countCustomers(context.database.pool, projectId);
  const isExact = customers <= exactUpTo;
  const facts = await loadMessageFacts(context, projectId, scenario);
  const go = walk(document, facts, { isForecast: true });
  const policyIds = findUsedPolicies(document, facts);
  const tally = createTally();
  const pause = createPauses();
  const end = performance.now() + longestMs;
  let looked = 0;
  let isWhole = isExact;
  for await (const customer of readAudience(context, { projectId, isExact, policyIds, facts })) {
    for (const trigger of triggerNodes(document)) {
      tally.add(go({ nodeId: trigger.id, visit: 1, customer }));
      await pause();
    }
    looked += 1;
    if (performance.now() >= end && looked < customers) {
      isWhole = false;
      break;
    }
  }
  const factor = isWhole || looked === 0 ? 1 : customers / looked;
  return { customers, sampled: isWhole ? null : looked, ...tally.scaled(factor) };
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
  const issues = await findStartIssues(context, projectId, document);
  const hasErrors = issues.some((issue) => issue.severity === 'error');
  if (hasErrors) {
    const customers = await countCustomers(context.database.pool, projectId);
    return { revision, issues, customers, sampled: null, nodes: [], refusals: [] };
  }
  const tally = await tallyAudience(context, { projectId, scenario, document, longestMs });
  return { revision, issues, ...tally };
};
