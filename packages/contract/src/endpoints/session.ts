import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { roleSchema } from '../role.ts';
import { noBody, noParams, noQuery } from '../shapes/common.ts';

export const meSchema = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  projects: z.array(z.object({ id: z.uuid(), name: z.string(), role: roleSchema })),
  /** True until the owner has replaced the password that the first start printed. */
  mustChangePassword: z.boolean(),
});
export type Me = z.infer<typeof meSchema>;

export const getMe = defineEndpoint({
  method: 'get',
  path: '/api/me',
  summary: 'Who is signed in, and the projects they belong to',
  tag: 'Session',
  access: 'signed_in',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: meSchema,
});
