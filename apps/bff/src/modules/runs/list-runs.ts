import type { ProjectRun, RunSummary } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { notFound } from '../../http/api-failure.ts';
import { readCursor, toPage } from '../../http/page.ts';
import { findScenario } from '../scenarios/service.ts';
import { readProjectRuns, readRuns, type ListedRun } from './store.ts';

const most = 50;

const toSummary = (row: ListedRun): RunSummary => {
  const { id, scenarioId, versionNumber, status, startedBy, enrolled, walked, leaving, lateStarts } = row;
  return {
    id,
    scenarioId,
    versionNumber,
    resend: row.resend,
    status,
    pausedAt: row.pausedAt?.toISOString() ?? null,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    startedBy,
    enrolled,
    inside: status === 'active' || status === 'finishing' ? Math.max(0, enrolled - walked) : 0,
    leaving,
    lateStarts,
  };
};

/** The latest runs of a scenario, the newest first. */
export const listRuns = async (
  { database }: AppContext,
  where: { projectId: string; scenarioId: string },
): Promise<{ items: RunSummary[] }> => {
  if (!(await findScenario(database.pool, where))) throw notFound('scenario');
  const rows = await readRuns(database.pool, where, most);
  return { items: rows.map(toSummary) };
};

/** The runs of all scenarios of a project, the newest first. */
export const listProjectRuns = async (
  { database }: AppContext,
  { projectId }: { projectId: string },
  { show, cursor, limit }: { show: 'all' | 'going'; cursor?: string | undefined; limit: number },
): Promise<{ items: ProjectRun[]; nextCursor: string | null }> => {
  const [before = null] = readCursor(cursor, 1) ?? [];
  const isGoing = show === 'going';
  const rows = await readProjectRuns(database.pool, { projectId, isGoing, before, limit: limit + 1 });
  return toPage(rows, limit, {
    item: (row) => ({ ...toSummary(row), scenarioName: row.currentName }),
    cursor: ({ id }) => [id],
  });
};
