import { z } from 'zod';
import { scenarioDocumentSchema } from '@curlew/scenario';
import { defineEndpoint } from '../endpoint.ts';
import { noBody, noQuery, pageOf, pageQuery, projectParams, timestampSchema } from '../shapes/common.ts';
import { runSchema } from '../shapes/run.ts';

export const scenarioStatusSchema = z.enum(['draft', 'active', 'finishing', 'inactive', 'archived']);
export type ScenarioStatus = z.infer<typeof scenarioStatusSchema>;

const scenarioNameSchema = z.string().trim().min(1, 'Type a name').max(120, 'At most 120 characters');

export const scenarioSummarySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  status: scenarioStatusSchema,
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
  updatedBy: z.string(),
  nodeCount: z.int(),
  lastRun: z
    .object({
      startedAt: timestampSchema,
      enrolled: z.int(),
      sent: z.int(),
      delivered: z.int(),
      failed: z.int(),
    })
    .nullable(),
});
export type ScenarioSummary = z.infer<typeof scenarioSummarySchema>;

/** A scenario with its draft. `revision` rises by one with each save. */
export const scenarioSchema = scenarioSummarySchema.extend({
  revision: z.int(),
  document: scenarioDocumentSchema,
  currentRun: runSchema.nullable(),
});
export type Scenario = z.infer<typeof scenarioSchema>;

export const scenarioParams = projectParams.extend({ scenarioId: z.uuid() });

export const listScenarios = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/scenarios',
  summary: 'Scenarios, last edited first',
  tag: 'Scenarios',
  access: { atLeast: 'viewer' },
  params: projectParams,
  query: pageQuery,
  body: noBody,
  reply: pageOf(scenarioSummarySchema),
});

export const createScenario = defineEndpoint({
  method: 'post',
  path: '/api/projects/:projectId/scenarios',
  summary: 'Create a draft',
  tag: 'Scenarios',
  access: { atLeast: 'editor' },
  params: projectParams,
  query: noQuery,
  body: z.object({ name: scenarioNameSchema, document: scenarioDocumentSchema.optional() }),
  reply: scenarioSchema,
  status: 201,
});

export const getScenario = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/scenarios/:scenarioId',
  summary: 'A scenario with its draft and its latest run',
  tag: 'Scenarios',
  access: { atLeast: 'viewer' },
  params: scenarioParams,
  query: noQuery,
  body: noBody,
  reply: scenarioSchema,
});

export const renameScenario = defineEndpoint({
  method: 'patch',
  path: '/api/projects/:projectId/scenarios/:scenarioId',
  summary: 'Rename a scenario',
  tag: 'Scenarios',
  access: { atLeast: 'editor' },
  params: scenarioParams,
  query: noQuery,
  body: z.object({ name: scenarioNameSchema }),
  reply: scenarioSummarySchema,
});

/** Saving on top of another revision than the newest gives `revision_conflict` and changes nothing. */
export const saveDraft = defineEndpoint({
  method: 'put',
  path: '/api/projects/:projectId/scenarios/:scenarioId/draft',
  summary: 'Save the draft on top of the revision it was made from',
  tag: 'Scenarios',
  access: { atLeast: 'editor' },
  params: scenarioParams,
  query: noQuery,
  body: z.object({ revision: z.int().nonnegative(), document: scenarioDocumentSchema }),
  reply: z.object({ revision: z.int(), updatedAt: timestampSchema, updatedBy: z.string() }),
});

export const deleteScenario = defineEndpoint({
  method: 'delete',
  path: '/api/projects/:projectId/scenarios/:scenarioId',
  summary: 'Delete a scenario that never ran',
  tag: 'Scenarios',
  access: { atLeast: 'editor' },
  params: scenarioParams,
  query: noQuery,
  body: noBody,
  reply: z.undefined(),
  status: 204,
});
