import type { OutboxCounts } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { countSending, countUnknown } from './counts-store.ts';
import { readCandidates, readWaiting } from './waiting-store.ts';

// Every request is open for a moment.
const olderThanSeconds = 5;
// What waits is counted run by run: those further back are seen in the list.
const latestRuns = 200;

/** How many messages of a project, or of one of its runs, have not come to their end. */
export const countOutbox = async (
  { database: { pool } }: Pick<AppContext, 'database'>,
  { projectId }: { projectId: string },
  { runId = null }: { runId?: string | null | undefined },
): Promise<OutboxCounts> => {
  const runs = await readCandidates(pool, { projectId, runId, before: null, limit: latestRuns });
  const waiting = await readWaiting(pool, { projectId, runIds: runs.map((run) => run.runId) });
  const sending = await countSending(pool, { projectId, runId, olderThanSeconds });
  const [asked] = runId === null ? [] : runs;
  return {
    unknown: await countUnknown(pool, { projectId, runId }),
    waiting: {
      count: waiting.reduce((sum, own) => sum + own.waiting, 0),
      isMore: runs.length === latestRuns,
    },
    sending: { ...sending, since: sending.since?.toISOString() ?? null },
    run: asked ? { scenarioName: asked.scenarioName, versionNumber: asked.versionNumber } : null,
  };
};
