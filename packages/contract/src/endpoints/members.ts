import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { roleSchema } from '../role.ts';
import { noBody, noQuery, projectParams } from '../shapes/common.ts';

export const memberSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
});
export type Member = z.infer<typeof memberSchema>;

export const listMembers = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/members',
  summary: 'The people in a project, by name',
  tag: 'Projects',
  access: { atLeast: 'viewer' },
  params: projectParams,
  query: noQuery,
  body: noBody,
  reply: z.object({ members: z.array(memberSchema) }),
});
