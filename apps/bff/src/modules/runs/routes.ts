import { Router } from 'express';
import { endpoints } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { checkAccess, type AccessFacts } from '../../http/access.ts';
import { notFound } from '../../http/api-failure.ts';
import { readPart, type Handlers } from '../../http/endpoint-router.ts';
import { openEventStream } from '../../http/event-stream.ts';
import { enrolNamed } from '../triggers/enrol-named.ts';
import { findScenario } from '../scenarios/service.ts';
import { forecastInTurn } from './forecast-turns.ts';
import { finishScenario, pauseScenario, resumeScenario, stopScenario } from './life-cycle.ts';
import { listLateStarts } from './list-late-starts.ts';
import { listProjectRuns, listRuns } from './list-runs.ts';
import type { RunWatcher } from './live.ts';
import { describeRun, describeRunDocument } from './progress.ts';
import { previewPublish, publishScenario } from './publish.ts';
import { startScenario } from './start.ts';

export const runHandlers = (
  context: AppContext,
): Pick<
  Handlers,
  | 'forecastStart'
  | 'startScenario'
  | 'finishScenario'
  | 'stopScenario'
  | 'pauseScenario'
  | 'resumeScenario'
  | 'previewPublish'
  | 'publishScenario'
  | 'enrolCustomers'
  | 'getRun'
  | 'getRunDocument'
  | 'listRuns'
  | 'listProjectRuns'
  | 'listLateStarts'
> => ({
  forecastStart: ({ params, signal }) => forecastInTurn(context, params, signal),
  startScenario: ({ params, body, caller }) =>
    startScenario(context, { ...params, revision: body.revision, by: caller }),
  finishScenario: ({ params, caller }) => finishScenario(context, { ...params, by: caller }),
  stopScenario: ({ params, caller }) => stopScenario(context, { ...params, by: caller }),
  pauseScenario: ({ params, caller }) => pauseScenario(context, { ...params, by: caller }),
  resumeScenario: ({ params, caller }) => resumeScenario(context, { ...params, by: caller }),
  previewPublish: ({ params, signal }) => previewPublish(context, params, signal),
  publishScenario: ({ params, body, caller }) => publishScenario(context, { ...params, ...body, by: caller }),
  enrolCustomers: ({ params, body }) => enrolNamed(context, { ...params, ...body }),
  getRun: ({ params }) => describeRun(context, params),
  getRunDocument: ({ params }) => describeRunDocument(context, params),
  listRuns: ({ params }) => listRuns(context, params),
  listProjectRuns: ({ params, query }) => listProjectRuns(context, params, query),
  listLateStarts: ({ params }) => listLateStarts(context, params),
});

/** The live endpoint: a stream, so it stands beside the JSON ones. */
export const liveRouter = (
  context: AppContext,
  { facts, watcher }: { facts: AccessFacts; watcher: RunWatcher },
): Router => {
  const router = Router();
  const endpoint = endpoints.watchRuns;
  router.get(endpoint.path, async (request, response) => {
    const params = readPart(endpoint.params, request.params, 'address');
    await checkAccess(endpoint, request, facts);
    if (!(await findScenario(context.database.pool, params))) throw notFound('scenario');
    const stream = openEventStream(response);
    stream.onClose(watcher.watch(params, (run) => stream.send('run', run)));
  });
  return router;
};
