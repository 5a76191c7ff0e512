import type { CustomerFacts } from '@curlew/engine';
import type { ScenarioNode } from '@curlew/scenario';
import { createPauses } from '../../pauses.ts';
import { loadCustomerFacts, loadCustomerFactsPage, pickCustomers } from '../customers/service.ts';
import { completeForForecast } from './forecast-needs.ts';
import { createForecastTally, type ForecastTally } from './forecast-tally.ts';
import type { Forecasting } from './forecasting.ts';

/** Up to this many customers the forecast is exact; above it is estimated from a random sample. */
const exactUpTo = 20_000;
const sampleSize = 10_000;
const pageSize = 1_000;

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
  const pause = createPauses();
  const end = performance.now() + longestMs;
  let looked = 0;
  let isWhole = isExact;
  reading: for await (const page of readPages(forecasting, isExact)) {
    for (const customer of page) {
      for (const [nodeId, tally] of tallies) {
        // Of a hundred calls nobody knows how many there are before a limit is full.
        const isCall = triggers.some(({ id, kind }) => id === nodeId && kind === 'api');
        tally.add(customer, walkFrom(nodeId, { customer, weight: isCall ? 0 : weight }));
        await pause();
      }
      looked += 1;
      if (performance.now() < end || looked >= customers) continue;
      isWhole = false;
      break reading;
    }
  }
  return {
    tallies,
    looked: isWhole ? null : looked,
    factor: isWhole || looked === 0 ? 1 : customers / looked,
  };
};
