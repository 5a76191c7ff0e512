import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { noQuery } from '../shapes/common.ts';
import { scenarioParams } from './scenarios.ts';

/** A browser tab that has a scenario open. */
export const presentTabSchema = z.object({
  tabId: z.string(),
  userId: z.string(),
  name: z.string(),
  /** The node whose panel is open there. */
  nodeId: z.string().nullable(),
});
export type PresentTab = z.infer<typeof presentTabSchema>;

/** Forgotten 30 seconds after the last report. Changes nothing of the scenario, so that viewers are seen too. */
export const reportPresence = defineEndpoint({
  method: 'post',
  path: '/api/projects/:projectId/scenarios/:scenarioId/presence',
  summary: 'Tell that a tab has a scenario open, and learn who else has and which revision is the newest',
  tag: 'Scenarios',
  access: { atLeast: 'viewer' },
  changesNothing: true,
  params: scenarioParams,
  query: noQuery,
  body: z.object({
    tabId: z.string().min(1).max(64),
    nodeId: z.string().min(1).max(64).nullable(),
    /** The tab closes, or goes elsewhere. */
    isLeaving: z.boolean().default(false),
  }),
  reply: z.object({ others: z.array(presentTabSchema), revision: z.int(), updatedBy: z.string() }),
});
