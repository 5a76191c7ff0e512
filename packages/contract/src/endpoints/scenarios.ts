import { z } from 'zod';
import { scenarioDocumentSchema } from '@curlew/scenario';
import { defineEndpoint } from '../endpoint.ts';
import {
  idSchema,
  noBody,
  noQuery,
  pageOf,
  pageQuery,
  projectParams,
  timestampSchema,
} from '../shapes/common.ts';
import { runSchema, runStatusSchema } from '../shapes/run.ts';
import { tagSchema, tagsSchema } from '../shapes/tag.ts';
import { folderSchema } from './folders.ts';

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
  tags: z.array(z.string()),
  folder: folderSchema.nullable(),
  /** Null: nobody. */
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
  lastRun: z
    .object({
      status: runStatusSchema,
      /** Since when nobody moves; null: they do. */
      pausedAt: timestampSchema.nullable(),
      startedAt: timestampSchema,
      enrolled: z.int(),
      /** Messages that wait to be sent, or are being sent. */
      leaving: z.int(),
      /** Those of its runs before. */
      leavingEarlier: z.int(),
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

export const scenarioParams = projectParams.extend({ scenarioId: idSchema });

export const scenarioSortSchema = z.enum(['updated', 'name', 'status', 'last_run']);
export type ScenarioSort = z.infer<typeof scenarioSortSchema>;

const userIdSchema = z.string().min(1).max(100);

const listQuery = pageQuery.extend({
  // Holds the name that the next page begins after.
  cursor: z.string().max(1_200).optional(),
  /** Not said: all but the archived ones. */
  status: scenarioStatusSchema.optional(),
  tag: tagSchema.optional(),
  /** `none`: those in no folder. */
  folderId: z.union([idSchema, z.literal('none')]).optional(),
  /** `nobody`: those without an owner. */
  ownerId: userIdSchema.optional(),
  sort: scenarioSortSchema.default('updated'),
  order: z.enum(['asc', 'desc']).default('desc'),
});

export const listScenarios = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/scenarios',
  summary: 'Scenarios, found by name and tag, filtered and sorted',
  tag: 'Scenarios',
  access: { atLeast: 'viewer' },
  params: projectParams,
  query: listQuery,
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
  body: z.object({
    name: scenarioNameSchema,
    document: scenarioDocumentSchema.optional(),
    folderId: idSchema.optional(),
  }),
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

export const changeScenario = defineEndpoint({
  method: 'patch',
  path: '/api/projects/:projectId/scenarios/:scenarioId',
  summary: 'Change the name, tags, folder or owner of a scenario',
  tag: 'Scenarios',
  access: { atLeast: 'editor' },
  params: scenarioParams,
  query: noQuery,
  body: z.object({
    name: scenarioNameSchema.optional(),
    tags: tagsSchema.optional(),
    /** Null: out of every folder. */
    folderId: idSchema.nullable().optional(),
    /** A member of the project; null: nobody. */
    ownerId: userIdSchema.nullable().optional(),
  }),
  reply: scenarioSummarySchema,
});

export const copyScenario = defineEndpoint({
  method: 'post',
  path: '/api/projects/:projectId/scenarios/:scenarioId/copy',
  summary: 'Create a draft that is a copy of a scenario’s draft',
  tag: 'Scenarios',
  access: { atLeast: 'editor' },
  params: scenarioParams,
  query: noQuery,
  body: noBody,
  reply: scenarioSchema,
  status: 201,
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
