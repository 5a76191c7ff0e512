import type { AudienceResult } from '@curlew/contract';
import {
  findNeededFacts,
  prepareMessage,
  type AudienceCount,
  type AudienceExample,
  type MessageFacts,
} from '@curlew/engine';
import type { AppContext } from '../../app-context.ts';
import type { Connection } from '../../database/database.ts';
import type { JobOf } from '../../jobs/queues.ts';
import { nameCustomers } from '../customers/service.ts';
import { loadMessageFacts } from '../runs/message-facts.ts';
import { countAll } from './count-all.ts';
import type { Counted } from './line-counter.ts';
import { CountingFailure } from './start-counting.ts';
import { beginRange, failRange, finishRange, reportProgress, type RangeRequest } from './store.ts';

// Well below the time after which the queue gives a job up for lost.
const usualLongestMs = 10 * 60_000;
const progressEveryMs = 300;

const tooSlow =
  'The message is too slow to render for all customers: counting was given up after ten minutes. Use shorter lists or fewer loops inside loops.';

const broken =
  'Counting this message failed on the server. Change the message, or tell the operator of Curlew.';
const unreadable = 'Curlew was updated meanwhile: count again.';

const nameExamples = async (
  connection: Connection,
  projectId: string,
  { examples }: AudienceCount,
): Promise<AudienceResult['examples']> => {
  const { byLanguage, ...single } = examples;
  const all = [...Object.values(single), ...byLanguage].filter((example) => example !== null);
  const ids = [...new Set(all.map(({ customerId }) => customerId))];
  const named = await nameCustomers(connection, projectId, ids);
  const names = new Map(named.map(({ id, name }) => [id, name]));
  // Who was deleted since is called by their id.
  const withName = (example: AudienceExample) => ({
    ...example,
    name: names.get(example.customerId) ?? example.customerId,
  });
  const orNone = (example: AudienceExample | null) => example && withName(example);
  return {
    longest: orNone(single.longest),
    shortest: orNone(single.shortest),
    mostParts: orNone(single.mostParts),
    fails: orNone(single.fails),
    noPhone: orNone(single.noPhone),
    byLanguage: byLanguage.map(withName),
  };
};

const toResult = async (
  connection: Connection,
  { projectId, request, facts }: { projectId: string; request: RangeRequest; facts: MessageFacts },
  { count, fixed }: Counted,
): Promise<AudienceResult> => {
  const needed = findNeededFacts(prepareMessage(request.node));
  return {
    ...count,
    byParts: [...count.byParts],
    byEncoding: [...count.byEncoding],
    refusals: [...count.refusals],
    cells: [...count.cells],
    examples: await nameExamples(connection, projectId, count),
    fixed: fixed && { messages: fixed.messages, parts: fixed.parts?.total ?? 0, cells: [...fixed.cells] },
    without: [
      ...(needed.event && facts.event === undefined ? ['event' as const] : []),
      ...(needed.webhook && !('webhook' in facts) ? ['webhook' as const] : []),
    ],
  };
};

/** Handles the jobs of the queue `audienceRange`. One that was cut off begins again: nothing is written before the end. */
export const runRangeJob = async (
  context: AppContext,
  turn: JobOf<'audienceRange'>,
  { signal, longestMs = usualLongestMs }: { signal: AbortSignal; longestMs?: number },
): Promise<void> => {
  const { pool } = context.database;
  const begun = await beginRange(pool, turn);
  if (!begun) return;
  const { projectId, request } = begun;
  if (!request) return failRange(pool, turn, unreadable);
  const facts = await loadMessageFacts(context, projectId, request.scenario);
  const overtime = AbortSignal.timeout(longestMs);
  let reportedAt = performance.now();
  try {
    const counted = await countAll(pool, {
      projectId,
      node: request.node,
      facts,
      signal: AbortSignal.any([signal, overtime]),
      onProgress: async (done) => {
        if (performance.now() - reportedAt < progressEveryMs) return true;
        reportedAt = performance.now();
        return reportProgress(pool, turn, done);
      },
    });
    if (counted) await finishRange(pool, turn, await toResult(pool, { projectId, request, facts }, counted));
  } catch (cause) {
    if (signal.aborted) throw cause;
    if (overtime.aborted) return failRange(pool, turn, tooSlow);
    // Tried again it would fail again, for ever; what the database could not do for now is tried again.
    if (!(cause instanceof CountingFailure)) throw cause;
    context.log.error({ rangeId: turn.rangeId, cause: cause.message }, 'an audience cannot be counted');
    await failRange(pool, turn, broken);
  }
};
