import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { roleSchema } from '../role.ts';
import { noBody, noQuery, projectParams } from '../shapes/common.ts';

export const projectSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  role: roleSchema,
  timeZone: z.string(),
  /** ISO 3166 code by which bare national numbers are read; null: they are refused. */
  defaultCountry: z.string().nullable(),
  isUsEnabled: z.boolean(),
  customerCount: z.int(),
  integrations: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      provider: z.string(),
      isDefault: z.boolean(),
      /** The page that shows what the built-in carrier's phones received; null for real operators. */
      phonesUrl: z.url().nullable(),
    }),
  ),
  consentCategories: z.array(
    z.object({ id: z.uuid(), name: z.string(), kind: z.enum(['general', 'consent', 'legitimate_interest']) }),
  ),
  /** What short links begin with, without a slash at the end. */
  linkBase: z.url(),
  frequencyPolicies: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      /** At most so many messages in so many days, each of them. */
      rules: z.array(z.object({ most: z.int(), days: z.int() })),
    }),
  ),
});
export type Project = z.infer<typeof projectSchema>;

export const getProject = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId',
  summary: 'A project with what scenarios can refer to',
  tag: 'Projects',
  access: { atLeast: 'viewer' },
  params: projectParams,
  query: noQuery,
  body: noBody,
  reply: projectSchema,
});
