import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { noBody, noQuery } from '../shapes/common.ts';
import { scenarioIssueSchema } from '../shapes/issue.ts';
import { runSchema } from '../shapes/run.ts';
import { scenarioParams } from './scenarios.ts';

const command = (path: string, summary: string) =>
  defineEndpoint({
    method: 'post',
    path: `/api/projects/:projectId/scenarios/:scenarioId/${path}`,
    summary,
    tag: 'Runs',
    access: { atLeast: 'editor' },
    params: scenarioParams,
    query: noQuery,
    body: noBody,
    reply: runSchema,
  });

export const finishScenario = command(
  'finish',
  'Let nobody in any more; whoever is inside goes on to the end of their way',
);
export const stopScenario = command(
  'stop',
  'End every walk where it stands, at once; what has not left yet is not sent',
);
export const pauseScenario = command('pause', 'Let nobody move and send nothing until it is resumed');
export const resumeScenario = command('resume', 'Let a paused scenario go on from where it stands');

/** What becomes of those who are inside when a new version is published. */
export const insideChoices = ['finish', 'move', 'leave'] as const;
export const insideChoiceSchema = z.enum(insideChoices);
export type InsideChoice = z.infer<typeof insideChoiceSchema>;

export const publishPreviewSchema = z.object({
  revision: z.int(),
  issues: z.array(scenarioIssueSchema),
  /** Everyone who is inside, of all runs that go on. */
  inside: z.int(),
  /** Where they stand, the most first. */
  nodes: z.array(
    z.object({
      nodeId: z.string(),
      /** As it is called in the running version. */
      name: z.string(),
      inside: z.int(),
      /** Whether the draft has that node, of the same kind, so that they can move to it. */
      canMove: z.boolean(),
    }),
  ),
});
export type PublishPreview = z.infer<typeof publishPreviewSchema>;

export const previewPublish = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/scenarios/:scenarioId/publish',
  summary: 'Whom publishing the draft over the running version would concern, node by node',
  tag: 'Runs',
  access: { atLeast: 'viewer' },
  params: scenarioParams,
  query: noQuery,
  body: noBody,
  reply: publishPreviewSchema,
});

/** `revision` is the one that was looked at: another one gives `revision_conflict`, problems give `has_issues`. */
export const publishScenario = defineEndpoint({
  method: 'post',
  path: '/api/projects/:projectId/scenarios/:scenarioId/publish',
  summary:
    'Run the draft in place of the running version; Now and a date that has passed let nobody in again',
  tag: 'Runs',
  access: { atLeast: 'editor' },
  params: scenarioParams,
  query: noQuery,
  body: z.object({
    revision: z.int().nonnegative(),
    /** Of those inside: finish on the old version, move to the same node of the new one, or leave. */
    inside: insideChoiceSchema,
  }),
  reply: runSchema,
  status: 201,
});
