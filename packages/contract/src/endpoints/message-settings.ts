import { z } from 'zod';
import { findSenderIssues, messageDefaultsSchema } from '@curlew/scenario';
import { defineEndpoint } from '../endpoint.ts';
import { noBody, noQuery, projectParams } from '../shapes/common.ts';

/** Predefined senders: texts, numbers or templates to pick from. */
const senderSchema = z
  .string()
  .trim()
  .min(1, 'Type a sender')
  .max(200, 'At most 200 characters')
  .superRefine((sender, context) => {
    const [issue] = findSenderIssues(sender);
    if (issue) context.addIssue({ code: 'custom', message: issue.message });
  });

export const messageSettingsSchema = z.object({
  senders: z
    .array(senderSchema)
    .max(100, 'At most 100 senders')
    .refine((senders) => new Set(senders).size === senders.length, 'A sender is in the list twice'),
  defaults: messageDefaultsSchema,
});

/** What the messages of a project have in common. */
export type MessageSettings = z.infer<typeof messageSettingsSchema>;

export const getMessageSettings = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/settings/messages',
  summary: 'Predefined senders, and what messages follow where their node says nothing else',
  tag: 'Settings',
  access: { atLeast: 'viewer' },
  params: projectParams,
  query: noQuery,
  body: noBody,
  reply: messageSettingsSchema,
});

export const changeMessageSettings = defineEndpoint({
  method: 'patch',
  path: '/api/projects/:projectId/settings/messages',
  summary: 'Change the predefined senders or the defaults of messages; what is left out stays',
  tag: 'Settings',
  access: { atLeast: 'owner' },
  params: projectParams,
  query: noQuery,
  body: messageSettingsSchema.partial(),
  reply: messageSettingsSchema,
});
