import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { noQuery, projectParams } from '../shapes/common.ts';

// Nothing beside it: a name that is written wrongly must not leave people thinking that something was switched.
const usSendingSchema = z.strictObject({ isUsEnabled: z.boolean() });

/** Whether it is on is told with the project. */
export const switchUsSending = defineEndpoint({
  method: 'put',
  path: '/api/projects/:projectId/settings/us',
  summary: 'Send to numbers of the United States and its territories from now on, or refuse them',
  tag: 'Settings',
  access: { atLeast: 'owner' },
  params: projectParams,
  query: noQuery,
  body: usSendingSchema,
  reply: usSendingSchema,
});
