import type { LateTime } from '@curlew/contract';
import { nextMoment } from '@curlew/engine';
import type { ScenarioNode } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { notFound } from '../../http/api-failure.ts';
import { readProjectRules } from '../projects/service.ts';
import { readLateTimes } from '../triggers/late-starts.ts';
import { readRun } from './store.ts';
import { findVersion } from './versions.ts';

const most = 50;
/** A schedule that goes each minute misses many. */
const mostMissed = 100;

/** The moments of a Repeat that passed between the one that was due and the one at which it started. */
const countMissed = (
  node: ScenarioNode | undefined,
  { dueAt, firedAt, projectZone }: { dueAt: Date; firedAt: Date; projectZone: string },
): number => {
  if (node?.kind !== 'repeat') return 0;
  let missed = 0;
  for (let after = dueAt.getTime(); missed < mostMissed; missed += 1) {
    const next = nextMoment(node, { after, projectZone });
    if (next === null || next > firedAt.getTime()) break;
    after = next;
  }
  return missed;
};

/** When triggers of a run started late, the latest first, with what was left out because of it. */
export const listLateStarts = async (
  context: AppContext,
  { projectId, scenarioId, runId }: { projectId: string; scenarioId: string; runId: string },
): Promise<{ items: LateTime[] }> => {
  const { pool } = context.database;
  const run = await readRun(pool, runId);
  if (!run || run.projectId !== projectId || run.scenarioId !== scenarioId) throw notFound('run');
  const { nodes } = await findVersion(pool, runId);
  const { timeZone: projectZone } = await readProjectRules(context, projectId);
  const times = await readLateTimes(pool, runId, most);
  return {
    items: times.map(({ nodeId, dueAt, firedAt, enrolled }) => {
      const node = nodes.get(nodeId);
      return {
        nodeId,
        nodeName: node?.name ?? nodeId,
        dueAt: dueAt.toISOString(),
        firedAt: firedAt.toISOString(),
        enrolled,
        missed: countMissed(node, { dueAt, firedAt, projectZone }),
      };
    }),
  };
};
