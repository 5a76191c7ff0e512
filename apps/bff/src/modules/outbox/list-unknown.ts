import type { UnknownMessage } from '@curlew/contract';
import { z } from 'zod';
import type { AppContext } from '../../app-context.ts';
import { cursorIdSchema, readCursorAs, toPage } from '../../http/page.ts';
import { nameCustomers } from '../customers/service.ts';
import { findVersion } from '../runs/versions.ts';
import { findTestSources } from '../test-sends/source.ts';
import { nameOfNode } from '../walk-history/describe-walks.ts';
import { readUnknown, type UnknownRow } from './unknown-store.ts';

const cursorSchema = z.tuple([cursorIdSchema, cursorIdSchema]);

/** What the nodes of these messages are called, in the version that sent them. */
const nameNodes = async (
  { database }: AppContext,
  projectId: string,
  rows: readonly UnknownRow[],
): Promise<(row: UnknownRow) => string> => {
  const testIds = [...new Set(rows.flatMap(({ testSendId }) => testSendId ?? []))];
  const tests = await findTestSources(database.pool, projectId, testIds);
  const versions = new Map<string, Awaited<ReturnType<typeof findVersion>>>();
  for (const runId of new Set(rows.flatMap((row) => row.runId ?? [])))
    versions.set(runId, await findVersion(database.pool, runId));
  return ({ testSendId, runId, nodeId }) =>
    nameOfNode(tests.get(testSendId ?? '')?.node ?? versions.get(runId ?? '')?.nodes.get(nodeId));
};

/** Messages of which nobody can say whether they were sent, the latest request first. */
export const listUnknown = async (
  context: AppContext,
  { projectId }: { projectId: string },
  {
    runId = null,
    cursor,
    limit,
  }: { runId?: string | null | undefined; cursor?: string | undefined; limit: number },
): Promise<{ items: UnknownMessage[]; nextCursor: string | null }> => {
  const place = readCursorAs(cursor, cursorSchema);
  const after = place === null ? null : { batchId: place[0], messageId: place[1] };
  const { pool } = context.database;
  const rows = await readUnknown(pool, { projectId, runId, after, limit: limit + 1 });
  const customerIds = [...new Set(rows.map(({ customerId }) => customerId))];
  const named = await nameCustomers(pool, projectId, customerIds);
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const nodeNameOf = await nameNodes(context, projectId, rows);
  return toPage(rows, limit, {
    item: (row) => ({
      id: row.id,
      customerId: row.customerId,
      customerName: names.get(row.customerId) ?? row.customerId,
      recipient: row.recipient,
      scenarioId: row.scenarioId,
      scenarioName: row.scenarioName ?? '',
      runId: row.runId,
      nodeName: nodeNameOf(row),
      integrationName: row.integrationName,
      provider: row.provider,
      claimedAt: row.claimedAt?.toISOString() ?? null,
      error: row.error ?? '',
    }),
    cursor: ({ batchId, id }) => [batchId, id],
  });
};
