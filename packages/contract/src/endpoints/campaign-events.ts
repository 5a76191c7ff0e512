import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { noBody, noQuery, projectParams } from '../shapes/common.ts';
import { eventTypeSchema } from '../shapes/event-type.ts';

/** What the campaign events of a project are named, and who asks for them by that name. */
export const campaignEventNamesSchema = z.object({
  /** The type of those that are written from now on. */
  name: z.string(),
  /** Types that campaign events were written under before, the last one first: those events keep them. */
  earlierNames: z.array(z.string()),
  /** Scenarios that ask for events of the name, running ones first; at most twenty. */
  scenarios: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      /** A version that runs asks for them, and not only the draft. */
      isRunning: z.boolean(),
    }),
  ),
  scenarioCount: z.int(),
});
export type CampaignEventNames = z.infer<typeof campaignEventNamesSchema>;

const path = '/api/projects/:projectId/settings/events';

export const getCampaignEventNames = defineEndpoint({
  method: 'get',
  path,
  summary: 'What campaign events are named, and which scenarios ask for them by that name',
  tag: 'Settings',
  access: { atLeast: 'viewer' },
  params: projectParams,
  query: noQuery,
  body: noBody,
  reply: campaignEventNamesSchema,
});

/** Refused for a name under which customers have other events, or under which something that runs tracks them. */
export const renameCampaignEvents = defineEndpoint({
  method: 'patch',
  path,
  summary: 'Name the campaign events that are written from now on; those of before keep their name',
  tag: 'Settings',
  access: { atLeast: 'owner' },
  params: projectParams,
  query: noQuery,
  body: z.object({
    name: eventTypeSchema.refine(
      (name) => name !== 'consent',
      'Events named consent tell of consents: choose another name',
    ),
  }),
  reply: campaignEventNamesSchema,
});
