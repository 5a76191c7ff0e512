import { z } from 'zod';
import { webhookMethods, webhookSettingsSchema } from '@curlew/scenario';
import { defineEndpoint } from '../endpoint.ts';
import { idSchema, noQuery, projectParams } from '../shapes/common.ts';

const headersSchema = z.array(z.object({ name: z.string(), value: z.string() }));

/** Why there is no answer to show. */
export const webhookFailures = [
  /** A template cannot be rendered for this customer. */
  'template',
  /** The rendered address is none, or not one of http and https. */
  'address',
  /** A rendered header cannot be sent. */
  'header',
  /** What was rendered is longer than what is sent. */
  'too_long',
  /** The address leads into a network that requests do not go to. */
  'blocked',
  'timeout',
  /** No connection, no name, a certificate that is not trusted, or an answer that is not HTTP. */
  'connection',
] as const;

export const webhookTrySchema = z.discriminatedUnion('ok', [
  z.object({
    /** There is an answer, whatever its status. */
    ok: z.literal(true),
    /** As it was sent; the body is null where there was none. */
    request: z.object({
      method: z.enum(webhookMethods),
      url: z.string(),
      headers: headersSchema,
      body: z.string().nullable(),
    }),
    response: z.object({
      status: z.int(),
      headers: headersSchema,
      /** Its first 64 kB as text. */
      body: z.string(),
      isTruncated: z.boolean(),
      /** From the question to the end of the answer. */
      milliseconds: z.int(),
    }),
  }),
  z.object({
    ok: z.literal(false),
    reason: z.enum(webhookFailures),
    /** Dotted path inside the settings; null where no field is to blame. */
    field: z.string().nullable(),
    /** One sentence without full stop. */
    message: z.string(),
  }),
]);
export type WebhookTry = z.infer<typeof webhookTrySchema>;

/** Sends the request for true, up to 30 times a minute and project; above that it gives `too_many_requests`. */
export const tryWebhook = defineEndpoint({
  method: 'post',
  path: '/api/projects/:projectId/webhooks/try',
  summary: 'Send the request of a Webhook node for one customer and show the answer',
  tag: 'Webhooks',
  access: { atLeast: 'editor' },
  params: projectParams,
  query: noQuery,
  body: z.object({
    settings: webhookSettingsSchema,
    customerId: idSchema,
    /** What `scenario` and `action` say in the templates; stand-ins where it is not given. */
    place: z
      .object({
        scenarioId: idSchema,
        nodeNumber: z.int().positive(),
        nodeName: z.string().max(120),
      })
      .optional(),
  }),
  reply: webhookTrySchema,
});
