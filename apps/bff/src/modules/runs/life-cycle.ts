import type { Run } from '@curlew/contract';
import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import { ApiFailure, notFound } from '../../http/api-failure.ts';
import { audit } from '../audit/service.ts';
import { lockScenario } from '../scenarios/service.ts';
import { deleteListeners } from '../triggers/listener-store.ts';
import {
  lockBusyRuns,
  updateRunsFinishing,
  updateRunsPaused,
  updateRunsStopped,
  updateScenarioStatus,
  type BusyRun,
} from './life-cycle-store.ts';
import { releaseJobs } from './release-jobs.ts';
import { describeLatestRun } from './progress.ts';
import { holdScenario } from './scenario-lock.ts';
import { advanceRun } from './store.ts';

export interface LifeCycleRequest {
  readonly projectId: string;
  readonly scenarioId: string;
  readonly by: { readonly userId: string };
}

const notRunning = (): ApiFailure =>
  new ApiFailure(
    'not_running',
    'This scenario is not running: somebody may have stopped it, or it has come to its end.',
  );

/** One change of a scenario that runs: its runs are locked, and the change is in the log with it or not at all. */
const change = async (
  context: AppContext,
  request: LifeCycleRequest,
  {
    action,
    work,
  }: {
    action: string;
    /** Returns what the log says of it. */
    work: (connection: PoolClient, runs: readonly BusyRun[]) => Promise<Readonly<Record<string, unknown>>>;
  },
): Promise<Run> => {
  const { projectId, scenarioId, by } = request;
  await context.database.transaction(async (connection) => {
    await holdScenario(connection, scenarioId);
    const scenario = await lockScenario(connection, { projectId, scenarioId });
    if (!scenario) throw notFound('scenario');
    const runs = await lockBusyRuns(connection, { projectId, scenarioId });
    if (runs.length === 0) throw notRunning();
    const detail = await work(connection, runs);
    await audit(connection, { projectId, userId: by.userId, action, subjectId: scenarioId, detail });
  });
  const run = await describeLatestRun(context, { projectId, scenarioId });
  if (!run) throw new Error(`scenario ${scenarioId} has lost its runs`);
  return run;
};

const idsOf = (runs: readonly BusyRun[]): string[] => runs.map(({ id }) => id);

/** Nobody enters any more; whoever is inside goes on to the end. Without anybody inside that is now. */
export const finishScenario = (context: AppContext, request: LifeCycleRequest): Promise<Run> =>
  change(context, request, {
    action: 'scenario.finish',
    work: async (connection, runs) => {
      const { scenarioId } = request;
      const open = runs.filter(({ status }) => status !== 'finished');
      if (open.length === 0) throw notRunning();
      await updateRunsFinishing(connection, idsOf(open));
      await updateScenarioStatus(connection, { scenarioId, status: 'finishing' });
      for (const { id } of open) {
        await deleteListeners(connection, id, 'triggers');
        await advanceRun(connection, id, 0);
      }
      return { runIds: idsOf(open) };
    },
  });

/** Ends every walk where it stands. It is decided at once; the rows of those inside follow in the background. */
export const stopScenario = (context: AppContext, request: LifeCycleRequest): Promise<Run> =>
  change(context, request, {
    action: 'scenario.stop',
    work: async (connection, runs) => {
      const runIds = idsOf(runs);
      await updateRunsStopped(connection, { runIds, at: context.now() });
      await updateScenarioStatus(connection, { scenarioId: request.scenarioId, status: 'inactive' });
      for (const runId of runIds) {
        await deleteListeners(connection, runId, 'all');
        await releaseJobs(context, connection, { projectId: request.projectId, runId });
        await context.jobs.send(connection, 'endWalks', {
          jobs: [{ runId, ending: 'stopped', afterId: null }],
        });
      }
      return { runIds };
    },
  });

/** Nobody moves and nothing is sent from now on; what is being sent at this moment still is. */
export const pauseScenario = (context: AppContext, request: LifeCycleRequest): Promise<Run> =>
  change(context, request, {
    action: 'scenario.pause',
    work: async (connection, runs) => {
      const runIds = idsOf(runs.filter(({ isPaused }) => !isPaused));
      await updateRunsPaused(connection, { runIds, at: context.now() });
      return { runIds };
    },
  });

/** A paused scenario goes on from where it stands. */
export const resumeScenario = (context: AppContext, request: LifeCycleRequest): Promise<Run> =>
  change(context, request, {
    action: 'scenario.resume',
    work: async (connection, runs) => {
      const runIds = idsOf(runs.filter(({ isPaused }) => isPaused));
      await updateRunsPaused(connection, { runIds, at: null });
      for (const runId of runIds)
        await releaseJobs(context, connection, { projectId: request.projectId, runId });
      return { runIds };
    },
  });
