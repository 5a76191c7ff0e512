import type { RunSummary } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { notFound } from '../../http/api-failure.ts';
import { findScenario } from '../scenarios/service.ts';
import { readRuns } from './store.ts';

const most = 50;

/** The latest runs of a scenario, the newest first. */
export const listRuns = async (
  { database }: AppContext,
  where: { projectId: string; scenarioId: string },
): Promise<{ items: RunSummary[] }> => {
  if (!(await findScenario(database.pool, where))) throw notFound('scenario');
  const rows = await readRuns(database.pool, where, most);
  return {
    items: rows.map(
      ({
        id,
        scenarioId,
        versionNumber,
        status,
        pausedAt,
        startedAt,
        finishedAt,
        startedBy,
        enrolled,
        walked,
      }) => ({
        id,
        scenarioId,
        versionNumber,
        status,
        pausedAt: pausedAt?.toISOString() ?? null,
        startedAt: startedAt.toISOString(),
        finishedAt: finishedAt?.toISOString() ?? null,
        startedBy,
        enrolled,
        inside: status === 'active' || status === 'finishing' ? Math.max(0, enrolled - walked) : 0,
      }),
    ),
  };
};
