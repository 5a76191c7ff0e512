import { z } from 'zod';
import { scenarioDocumentSchema } from '@curlew/scenario';
import { defineEndpoint } from '../endpoint.ts';
import { idSchema, noBody, noQuery, pageOf, pageQuery, timestampSchema } from '../shapes/common.ts';
import { scenarioParams } from './scenarios.ts';

/** One entry of a scenario's history: what one person saved, until they paused or someone else saved. */
export const revisionSummarySchema = z.object({
  id: z.uuid(),
  /** Counts up within the scenario. */
  number: z.int(),
  name: z.string().nullable(),
  /** Numbers of the versions that starts pinned from it. */
  startedAs: z.array(z.int()),
  /** Number of the revision it brought back. */
  restoredFrom: z.int().nullable(),
  /** The id is null where it is not known any more. */
  by: z.object({ id: z.string().nullable(), name: z.string() }),
  beganAt: timestampSchema,
  savedAt: timestampSchema,
  nodeCount: z.int(),
  /** The draft as it is now. */
  isCurrent: z.boolean(),
});
export type RevisionSummary = z.infer<typeof revisionSummarySchema>;

/** With its document; `previousId` is the one before it, null at the beginning. */
export const revisionSchema = revisionSummarySchema.extend({
  previousId: z.uuid().nullable(),
  document: scenarioDocumentSchema,
});
export type Revision = z.infer<typeof revisionSchema>;

const revisionParams = scenarioParams.extend({ revisionId: idSchema });

const revisionNameSchema = z.string().trim().min(1, 'Type a name').max(80, 'At most 80 characters');

export const listRevisions = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/scenarios/:scenarioId/revisions',
  summary: 'The history of a draft, newest first',
  tag: 'Revisions',
  access: { atLeast: 'viewer' },
  params: scenarioParams,
  query: pageQuery.omit({ search: true }),
  body: noBody,
  reply: pageOf(revisionSummarySchema),
});

export const getRevision = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/scenarios/:scenarioId/revisions/:revisionId',
  summary: 'A revision with its document',
  tag: 'Revisions',
  access: { atLeast: 'viewer' },
  params: revisionParams,
  query: noQuery,
  body: noBody,
  reply: revisionSchema,
});

/** What has a name is kept for ever, and the next save begins a new revision. */
export const nameRevision = defineEndpoint({
  method: 'patch',
  path: '/api/projects/:projectId/scenarios/:scenarioId/revisions/:revisionId',
  summary: 'Give a revision a name; null takes it away',
  tag: 'Revisions',
  access: { atLeast: 'editor' },
  params: revisionParams,
  query: noQuery,
  body: z.object({ name: revisionNameSchema.nullable() }),
  reply: revisionSummarySchema,
});

/** `revision` is the draft's that was looked at: another one gives `revision_conflict` and changes nothing. */
export const restoreRevision = defineEndpoint({
  method: 'post',
  path: '/api/projects/:projectId/scenarios/:scenarioId/revisions/:revisionId/restore',
  summary: 'Make the document of a revision the draft; what it replaces stays in the history',
  tag: 'Revisions',
  access: { atLeast: 'editor' },
  params: revisionParams,
  query: noQuery,
  body: z.object({ revision: z.int().nonnegative() }),
  reply: z.object({
    revision: z.int(),
    updatedAt: timestampSchema,
    updatedBy: z.string(),
    document: scenarioDocumentSchema,
  }),
});
