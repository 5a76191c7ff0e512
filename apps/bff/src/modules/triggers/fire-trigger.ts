import { isTimed, nextMoment, type TimedTrigger } from '@curlew/engine';
import type { Reentry, ScenarioNode } from '@curlew/scenario';
import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import type { JobOf } from '../../jobs/queues.ts';
import { readProjectRules } from '../projects/service.ts';
import { closeRun } from '../runs/finish.ts';
import { parkJob } from '../runs/parked-jobs.ts';
import { comeAgainSeconds, holdRunState, lockRunState } from '../runs/run-state.ts';
import { findVersion, type PinnedVersion } from '../runs/versions.ts';
import { findAnniversaries } from './anniversary-store.ts';
import { everyone, type Candidates } from './enrol-store.ts';
import { enrol } from './enrol.ts';
import { lateMs } from './late-starts.ts';
import { claimTriggerTime, readFiredNodes, updateTriggerTime } from './trigger-store.ts';

/** Queues the next moment of a trigger after `after`; false where there is none. */
export const scheduleTrigger = async (
  { jobs }: Pick<AppContext, 'jobs'>,
  connection: PoolClient,
  {
    runId,
    node,
    after,
    now,
    projectZone,
  }: { runId: string; node: TimedTrigger; after: number; now: Date; projectZone: string },
): Promise<boolean> => {
  const dueAt = nextMoment(node, { after, projectZone });
  if (dueAt === null) return false;
  await jobs.send(connection, 'fireTrigger', {
    jobs: [{ runId, nodeId: node.id, dueAt }],
    startAfterSeconds: Math.max(0, dueAt - now.getTime()) / 1_000,
  });
  return true;
};

const reentryOf = (node: ScenarioNode): Reentry =>
  node.kind === 'repeat' ? node.settings.reentry : { mode: 'unlimited', days: 0 };

const neverCloses: ReadonlySet<ScenarioNode['kind']> = new Set([
  'repeat',
  'date_attribute',
  'on_event',
  'api',
]);

/** Whether a trigger may still let somebody in. */
const isStillOpen = ({ id, kind }: ScenarioNode, fired: ReadonlySet<string>): boolean =>
  neverCloses.has(kind) || (kind === 'on_date' && !fired.has(id));

const findCandidates = async (
  connection: PoolClient,
  {
    version,
    node,
    dueAt,
    projectZone,
  }: { version: PinnedVersion; node: TimedTrigger; dueAt: number; projectZone: string },
): Promise<Candidates | null> => {
  if (node.kind !== 'date_attribute') return everyone;
  const { projectId } = version;
  return findAnniversaries(connection, { projectId, projectZone, moment: dueAt, settings: node.settings });
};

/**
 * Lets in whom a trigger lets in at a moment, and queues its next one; what was missed meanwhile is not made up for. A job that runs
 * twice finds its moment taken.
 */
export const fireTrigger = async (context: AppContext, job: JobOf<'fireTrigger'>): Promise<void> => {
  const { database, log } = context;
  const { runId, nodeId, dueAt } = job;
  const version = await findVersion(database.pool, runId);
  const node = version.nodes.get(nodeId);
  if (!node || !isTimed(node))
    throw new Error(`node ${nodeId} of run ${runId} is no trigger that has a time`);
  const { projectId, scenarioId } = version;
  const { timeZone: projectZone } = await readProjectRules(context, projectId);
  await database.transaction(async (connection) => {
    const state = await holdRunState(connection, version);
    if (!state) {
      await context.jobs.send(connection, 'fireTrigger', {
        jobs: [job],
        startAfterSeconds: comeAgainSeconds,
      });
      return;
    }
    if (state.isPaused && state.status === 'active') {
      await parkJob(connection, { projectId, runId }, { queue: 'fireTrigger', job });
      return;
    }
    if (state.status !== 'active') return;
    const now = context.now();
    const key = new Date(dueAt).toISOString();
    const time = { projectId, runId, nodeId, key };
    if (!(await claimTriggerTime(connection, { ...time, dueAt: new Date(dueAt), firedAt: now }))) return;
    const entrance = { projectId, scenarioId, runId, nodeId, reentry: reentryOf(node), at: now };
    const candidates = await findCandidates(connection, { version, node, dueAt, projectZone });
    const enrolled = candidates ? await enrol(context, connection, { entrance, candidates }) : 0;
    await updateTriggerTime(connection, { ...time, enrolled });
    const late = now.getTime() - dueAt;
    if (late > lateMs) log.warn({ runId, nodeId, lateSeconds: Math.round(late / 1_000) }, 'a start was late');
    const next = { runId, node, after: Math.max(dueAt, now.getTime()), now, projectZone };
    if (node.kind !== 'on_date') await scheduleTrigger(context, connection, next);
    // Of two that let in their last at once the later one sees that the other has. Not before: walks wait for this lock.
    await lockRunState(connection, runId);
    const fired = await readFiredNodes(connection, runId);
    if (!version.document.nodes.some((other) => isStillOpen(other, fired))) await closeRun(connection, runId);
  });
};
