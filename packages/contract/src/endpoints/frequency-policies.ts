import { z } from 'zod';
import { frequencyRuleSchema } from '@curlew/scenario';
import { defineEndpoint } from '../endpoint.ts';
import { idSchema, noBody, noQuery, projectParams } from '../shapes/common.ts';

const nameSchema = z.string().trim().min(1, 'Type a name').max(60, 'At most 60 characters');
const rulesSchema = z
  .array(frequencyRuleSchema)
  .min(1, 'A policy has at least one rule')
  .max(10, 'At most 10 rules');

/** How many messages one customer may get, over all scenarios that use the policy; every rule holds. */
export const frequencyPolicySchema = z.object({ id: z.uuid(), name: nameSchema, rules: rulesSchema });
export type FrequencyPolicy = z.infer<typeof frequencyPolicySchema>;

const policyParams = projectParams.extend({ policyId: idSchema });

export const listFrequencyPolicies = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/settings/policies',
  summary: 'Frequency policies, by name',
  tag: 'Settings',
  access: { atLeast: 'viewer' },
  params: projectParams,
  query: noQuery,
  body: noBody,
  reply: z.object({ policies: z.array(frequencyPolicySchema) }),
});

export const createFrequencyPolicy = defineEndpoint({
  method: 'post',
  path: '/api/projects/:projectId/settings/policies',
  summary: 'Create a frequency policy',
  tag: 'Settings',
  access: { atLeast: 'owner' },
  params: projectParams,
  query: noQuery,
  body: z.object({ name: nameSchema, rules: rulesSchema }),
  reply: frequencyPolicySchema,
  status: 201,
});

export const changeFrequencyPolicy = defineEndpoint({
  method: 'patch',
  path: '/api/projects/:projectId/settings/policies/:policyId',
  summary: 'Rename a frequency policy or change its rules; what is left out stays',
  tag: 'Settings',
  access: { atLeast: 'owner' },
  params: policyParams,
  query: noQuery,
  body: z.object({ name: nameSchema.optional(), rules: rulesSchema.optional() }),
  reply: frequencyPolicySchema,
});

export const deleteFrequencyPolicy = defineEndpoint({
  method: 'delete',
  path: '/api/projects/:projectId/settings/policies/:policyId',
  summary: 'Delete a frequency policy that is not the default of the project',
  tag: 'Settings',
  access: { atLeast: 'owner' },
  params: policyParams,
  query: noQuery,
  body: noBody,
  reply: z.undefined(),
  status: 204,
});
