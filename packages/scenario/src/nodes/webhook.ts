import { z } from 'zod';
import type { NodeKindDescription, NodeOutput } from '../node-kind.ts';
import { findTemplateIssues } from '../settings/template-issues.ts';
import { findAddressIssues, findHeaderIssues } from './webhook-issues.ts';

export const webhookMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Settings of a Webhook node: a request to a server of one's own; its answer is `webhook` in later templates. */
export const webhookSettingsSchema = z.object({
  method: z.enum(webhookMethods).default('POST'),
  /** A template. */
  url: z.string().max(2_000, 'At most 2,000 characters').default(''),
  headers: z
    .array(
      z.object({
        name: z.string().max(100, 'At most 100 characters'),
        /** A template. */
        value: z.string().max(2_000, 'At most 2,000 characters'),
      }),
    )
    .max(20, 'At most 20 headers')
    .default([]),
  /** A template; not sent with GET and DELETE. */
  body: z
    .string()
    .max(20_000, 'At most 20,000 characters')
    .default('{"customer": {{ customer_ids|tojson }}}'),
  timeoutSeconds: z
    .int('A whole number')
    .min(1, 'At least 1 second')
    .max(30, 'At most 30 seconds')
    .default(10),
});

export type WebhookSettings = z.infer<typeof webhookSettingsSchema>;

const outputs: readonly NodeOutput[] = [
  { id: 'ok', label: 'Answered' },
  { id: 'error', label: 'Failed' },
];

/** Whether a request of this method carries a body. */
export const hasBody = (method: WebhookSettings['method']): boolean =>
  method !== 'GET' && method !== 'DELETE';

export const webhook: NodeKindDescription<'webhook', WebhookSettings> = {
  kind: 'webhook',
  title: 'Webhook',
  family: 'data',
  hint: 'Calls a server of yours and keeps what it answers',
  hasInput: true,
  outputs: () => outputs,
  defaults: () => webhookSettingsSchema.parse({}),
  summary: ({ method, url }) => (url.trim() === '' ? 'No address yet' : `${method} ${url.trim()}`),
  issues: ({ method, url, headers, body }) => [
    ...findAddressIssues(url),
    ...findHeaderIssues(headers),
    ...(hasBody(method) ? findTemplateIssues(body, { field: 'body', subject: 'The body' }) : []),
  ],
};
