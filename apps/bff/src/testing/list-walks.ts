import type { AppContext } from '../app-context.ts';
import { listRunWalks } from '../modules/walk-history/list-run-walks.ts';
import type { BegunRun } from './begin-run.ts';

/** What the walks of a run are asked for. */
export type WalksQuery = Partial<Parameters<typeof listRunWalks>[2]>;

/** The walks of a run, in one page. */
export const listWalks = (
  context: AppContext,
  { projectId, scenarioId, runId }: BegunRun,
  query: WalksQuery = {},
) => listRunWalks(context, { projectId, scenarioId, runId }, { limit: 50, ...query });

/** Whose walks they are, by name. */
export const namesOfWalks = async (
  context: AppContext,
  run: BegunRun,
  query: WalksQuery = {},
): Promise<string[]> =>
  (await listWalks(context, run, query)).items.map(({ customerName }) => customerName).toSorted();
