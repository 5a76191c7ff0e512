import type { AudienceRange } from '@curlew/contract';
import type { NodeOf } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { notFound } from '../../http/api-failure.ts';
import { newId } from '../../new-id.ts';
import { readCustomersStamp } from '../customers/service.ts';
import { loadMessageFacts } from '../runs/message-facts.ts';
import { findScenario } from '../scenarios/service.ts';
import { hashContent } from './content-hash.ts';
import { isCurrent, mustCount, type Wanted } from './must-count.ts';
import {
  cancelRange,
  cancelWaiting,
  orderRange,
  pruneRanges,
  readRange,
  readRangeByContent,
  type RangeOrder,
  type RangeRow,
} from './store.ts';

interface Where {
  readonly projectId: string;
  readonly rangeId: string;
}

const keptRanges = 100;
// Every text that rested for a moment is counted: what nobody looks at any more gives way to what is written now.
const mostWaiting = 10;

const toRange = ({ dataStamp, countedAt, ...row }: RangeRow, stamp: string | null): AudienceRange => ({
  ...row,
  countedAt: countedAt?.toISOString() ?? null,
  isOutdated: stamp !== null && row.result !== null && !isCurrent({ ...row, dataStamp }, stamp),
});

const notCounted = (total: number): AudienceRange => ({
  id: null,
  status: 'not_counted',
  done: 0,
  total,
  problem: null,
  result: null,
  countedAt: null,
  isOutdated: false,
});

const order = (context: AppContext, range: RangeOrder): Promise<void> =>
  context.database.transaction(async (connection) => {
    const ordered = await orderRange(connection, range);
    // Somebody else was faster: theirs is joined.
    if (!ordered) return;
    await cancelWaiting(connection, range.projectId, mostWaiting);
    await pruneRanges(connection, range.projectId, keptRanges);
    await context.jobs.send(connection, 'audienceRange', { jobs: [ordered], owner: range.projectId });
  });

/** What a message comes to over all customers: what is known, what is being counted, or a count that begins now. */
export const countAudience = async (
  context: AppContext,
  projectId: string,
  { scenarioId, node, wanted }: { scenarioId: string; node: NodeOf<'sms'>; wanted: Wanted },
): Promise<AudienceRange> => {
  const { pool } = context.database;
  const found = await findScenario(pool, { projectId, scenarioId });
  if (!found) throw notFound('scenario');
  const scenario = { id: found.id, name: found.name };
  const request = { scenario, node };
  const contentHash = hashContent(request, await loadMessageFacts(context, projectId, scenario));
  const { customers, changedAt } = await readCustomersStamp(pool, projectId);
  const stamp = `${customers} ${changedAt}`;
  const known = await readRangeByContent(pool, { projectId, contentHash });
  const total = customers;
  if (mustCount(known, { wanted, stamp, customers })) {
    await order(context, { id: newId(), projectId, contentHash, request, dataStamp: stamp, total });
  }
  const range = await readRangeByContent(pool, { projectId, contentHash });
  return range ? toRange(range, stamp) : notCounted(total);
};

export const describeRange = async (
  { database }: Pick<AppContext, 'database'>,
  where: Where,
): Promise<AudienceRange> => {
  const row = await readRange(database.pool, where);
  if (!row) throw notFound('count');
  return toRange(row, null);
};

/** Ends a count; whoever waits for it too sees it ended. */
export const stopCounting = async (context: AppContext, where: Where): Promise<AudienceRange> => {
  await cancelRange(context.database.pool, where);
  return describeRange(context, where);
};
