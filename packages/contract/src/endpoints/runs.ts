import { z } from 'zod';
import { scenarioDocumentSchema } from '@curlew/scenario';
import { defineEndpoint } from '../endpoint.ts';
import { idSchema, noBody, noQuery } from '../shapes/common.ts';
import { startForecastSchema } from '../shapes/forecast.ts';
import { refusalCountSchema, runSchema } from '../shapes/run.ts';
import { scenarioParams } from './scenarios.ts';

export const forecastStart = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/scenarios/:scenarioId/forecast',
  summary: 'What a start of the draft would do; sends nothing',
  tag: 'Runs',
  access: { atLeast: 'viewer' },
  params: scenarioParams,
  query: noQuery,
  body: noBody,
  reply: startForecastSchema,
});

/** `revision` is the one that was looked at: another one gives `revision_conflict`, problems give `has_issues`. */
export const startScenario = defineEndpoint({
  method: 'post',
  path: '/api/projects/:projectId/scenarios/:scenarioId/start',
  summary: 'Pin the draft as a version and start it',
  tag: 'Runs',
  access: { atLeast: 'editor' },
  params: scenarioParams,
  query: noQuery,
  body: z.object({ revision: z.int().nonnegative() }),
  reply: runSchema,
  status: 201,
});

export const getRun = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/scenarios/:scenarioId/runs/:runId',
  summary: 'A run with its counts and refusals',
  tag: 'Runs',
  access: { atLeast: 'viewer' },
  params: scenarioParams.extend({ runId: idSchema }),
  query: noQuery,
  body: noBody,
  reply: runSchema.extend({ refusals: z.array(refusalCountSchema) }),
});

export const getRunDocument = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/scenarios/:scenarioId/runs/:runId/document',
  summary: 'What a run runs: the document of its version, as it was when it was started',
  tag: 'Runs',
  access: { atLeast: 'viewer' },
  params: scenarioParams.extend({ runId: idSchema }),
  query: noQuery,
  body: noBody,
  reply: z.object({ document: scenarioDocumentSchema }),
});

/** Server-sent events: `event: run`, `data:` a run as JSON, at once and after every change. `null` before the first run. */
export const watchRuns = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/scenarios/:scenarioId/live',
  summary: 'The latest run, live (text/event-stream)',
  tag: 'Runs',
  access: { atLeast: 'viewer' },
  params: scenarioParams,
  query: noQuery,
  body: noBody,
  reply: runSchema.nullable(),
  replyType: 'text/event-stream',
});
