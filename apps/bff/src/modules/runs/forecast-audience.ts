import { mayEnterAgain, nextMoment, type CustomerFacts } from '@curlew/engine';
import type { ScenarioNode } from '@curlew/scenario';
import { loadCustomerFacts, loadCustomerFactsPage, pickCustomers } from '../customers/service.ts';
import { readLastEntries } from '../triggers/last-entries.ts';
import { completeForForecast } from './forecast-needs.ts';
import { createForecastTally, type ForecastTally } from './forecast-tally.ts';
import type { Forecasting } from './forecasting.ts';

/** Up to this many customers the forecast is exact; above it is estimated from a random sample. */
const exactUpTo = 20_000;
const sampleSize = 10_000;
const pageSize = 1_000;

/** Whether re-entry lets a customer in: by a Repeat at its next moment, by a call now. The other triggers of everyone let each in once. */
const findWhoEnters = async (
  { context, projectId, facts, document }: Forecasting,
  page: readonly CustomerFacts[],
): Promise<(node: ScenarioNode, customerId: string) => boolean> => {
  const until = new Date(facts.now);
  const customerIds = page.map(({ id }) => id);
  const scenarioId = facts.scenario.id;
  const asked = { projectId, scenarioId, document, customerIds, until };
  const entries = await readLastEntries(context.database.pool, asked);
  const projectZone = facts.project.timeZone ?? 'UTC';
  const next = new Map(
    document.nodes
      .filter((node) => node.kind === 'repeat')
      .map((node) => [node.id, nextMoment(node, { after: facts.now, projectZone })]),
  );
  return (node, customerId) =>
    mayEnterAgain(node, next.get(node.id) ?? facts.now, entries.get(customerId)?.get(node.id));
};

async function* readPages(
  { context, projectId, needs, facts }: Forecasting,
  isExact: boolean,
): AsyncGenerator<readonly CustomerFacts[]> {
  const { pool } = context.database;
  if (!isExact) {
    const ids = await pickCustomers(pool, projectId, sampleSize);
    for (let start = 0; start < ids.length; start += pageSize) {
      const page = ids.slice(start, start + pageSize);
      const found = await loadCustomerFacts(pool, projectId, page);
      yield completeForForecast(pool, { needs, facts }, [...found.values()]);
    }
    return;
  }
  for (let after: string | null = null; ;) {
    const page: CustomerFacts[] = await loadCustomerFactsPage(pool, projectId, {
      after,
      limit: pageSize,
    });
    if (page.length === 0) return;
    yield completeForForecast(pool, { needs, facts }, page);
    after = page.at(-1)?.id ?? null;
  }
}

/** What walks of the audience came to by each trigger; `looked` is null where everyone was walked. */
export interface AudienceWalks {
  readonly tallies: ReadonlyMap<string, ForecastTally>;
  /** By trigger, how many of those who were looked at entered before, and may not again. */
  readonly leftOut: ReadonlyMap<string, number>;
  readonly looked: number | null;
  /** What one walk stands for. */
  readonly factor: number;
}

/** Walks everyone, or as many as there is time for, from each of these triggers. */
export const walkAudience = async (
  forecasting: Forecasting,
  triggers: readonly ScenarioNode[],
): Promise<AudienceWalks> => {
  const { customers, walkFrom, longestMs } = forecasting;
  const isExact = customers <= exactUpTo;
  const weight = isExact ? 1 : customers / Math.min(customers, sampleSize);
  const tallies = new Map(triggers.map(({ id }) => [id, createForecastTally()]));
  const leftOut = new Map(triggers.map(({ id }) => [id, 0]));
  const end = performance.now() + longestMs;
  let looked = 0;
  let isWhole = isExact;
  reading: for await (const page of readPages(forecasting, isExact)) {
    const enters = await findWhoEnters(forecasting, page);
    for (const customer of page) {
      for (const node of triggers) {
        if (!enters(node, customer.id)) {
          leftOut.set(node.id, (leftOut.get(node.id) ?? 0) + 1);
          continue;
        }
        // Of a hundred calls nobody knows how many there are before a limit is full.
        const walked = await walkFrom(node.id, { customer, weight: node.kind === 'api' ? 0 : weight });
        tallies.get(node.id)?.add(customer, walked);
      }
      looked += 1;
      if (performance.now() < end || looked >= customers) continue;
      isWhole = false;
      break reading;
    }
  }
  return {
    tallies,
    leftOut,
    looked: isWhole ? null : looked,
    factor: isWhole || looked === 0 ? 1 : customers / looked,
  };
};
