import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { idSchema, noBody, noQuery, projectParams } from '../shapes/common.ts';
import { tagSchema } from '../shapes/tag.ts';

const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('archive') }),
  z.object({ kind: z.literal('restore') }),
  /** Null: out of every folder. */
  z.object({ kind: z.literal('move'), folderId: idSchema.nullable() }),
  z.object({ kind: z.literal('add_tag'), tag: tagSchema }),
  z.object({ kind: z.literal('remove_tag'), tag: tagSchema }),
]);
export type ScenarioChange = z.infer<typeof changeSchema>;

/** What became of a change of several: those that were so before are in neither list. */
export const changedScenariosSchema = z.object({
  changedIds: z.array(z.uuid()),
  refused: z.array(
    z.object({
      id: z.uuid(),
      /** Null where there is no such scenario. */
      name: z.string().nullable(),
      reason: z.enum(['not_found', 'running', 'too_many_tags']),
    }),
  ),
});
export type ChangedScenarios = z.infer<typeof changedScenariosSchema>;

export const changeScenarios = defineEndpoint({
  method: 'post',
  path: '/api/projects/:projectId/scenarios/changes',
  summary: 'Archive, restore, move or tag several scenarios; what cannot be changed does not stop the others',
  tag: 'Scenarios',
  access: { atLeast: 'editor' },
  params: projectParams,
  query: noQuery,
  body: z.object({
    ids: z.array(idSchema).min(1, 'Choose a scenario').max(1_000, 'At most 1,000 scenarios at once'),
    change: changeSchema,
  }),
  reply: changedScenariosSchema,
});

export const listTags = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/tags',
  summary: 'The tags of scenarios in use, by name',
  tag: 'Scenarios',
  access: { atLeast: 'viewer' },
  params: projectParams,
  query: noQuery,
  body: noBody,
  reply: z.object({ tags: z.array(z.object({ name: z.string(), scenarioCount: z.int() })) }),
});
