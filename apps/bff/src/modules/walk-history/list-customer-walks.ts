import type { ScenarioWalk } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { notFound } from '../../http/api-failure.ts';
import { readCursor, toPage } from '../../http/page.ts';
import { nameCustomers } from '../customers/service.ts';
import { findVersion } from '../runs/versions.ts';
import { summariseWalk } from './describe-walks.ts';
import { readCustomerWalks, readRunsOfWalks, type RunOfWalk, type WalkRow } from './store.ts';

/** A walk with its scenario and version. */
export const toScenarioWalk = async (
  { database }: Pick<AppContext, 'database'>,
  row: WalkRow,
  { customerName, run }: { customerName: string; run: RunOfWalk },
): Promise<ScenarioWalk> => {
  const { nodes } = await findVersion(database.pool, row.runId);
  const { scenarioId, scenarioName, versionNumber } = run;
  const summary = summariseWalk(row, { customerName, nodes });
  return { ...summary, scenarioId, scenarioName, runId: row.runId, versionNumber };
};

/** A customer's walks through all scenarios, the latest first. */
export const listCustomerWalks = async (
  context: AppContext,
  { projectId, customerId }: { projectId: string; customerId: string },
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: ScenarioWalk[]; nextCursor: string | null }> => {
  const { pool } = context.database;
  const [customer] = await nameCustomers(pool, projectId, [customerId]);
  if (!customer) throw notFound('customer');
  const [before = null] = readCursor(cursor, 1) ?? [];
  const rows = await readCustomerWalks(pool, { projectId, customerId, before, limit: limit + 1 });
  const page = toPage(rows, limit, { item: (row) => row, cursor: ({ id }) => [id] });
  const runIds = [...new Set(page.items.map(({ runId }) => runId))];
  const runs = await readRunsOfWalks(pool, projectId, runIds);
  const items: ScenarioWalk[] = [];
  for (const row of page.items) {
    const run = runs.get(row.runId);
    if (!run) throw new Error(`walk ${row.id} is of run ${row.runId}, which does not exist`);
    items.push(await toScenarioWalk(context, row, { customerName: customer.name, run }));
  }
  return { items, nextCursor: page.nextCursor };
};
