import { z } from 'zod';
import { nodeSchema, smsSettingsSchema } from '@curlew/scenario';
import { defineEndpoint } from '../endpoint.ts';
import { customerEventSchema } from './customers.ts';
import { idSchema, noBody, noQuery, projectParams, timestampSchema } from '../shapes/common.ts';
import { namedTroubleSchema } from '../shapes/run.ts';

const testParams = projectParams.extend({ scenarioId: idSchema });

/** An SMS node as it is drawn at this moment, saved or not. */
const testedNodeSchema = z.object({
  id: nodeSchema.options[0].shape.id,
  number: z.int().positive(),
  name: nodeSchema.options[0].shape.name,
  settings: smsSettingsSchema,
});

/** The event that is to have brought the customer here. */
const testEventSchema = z.object({
  type: z.string().min(1).max(100),
  timestamp: timestampSchema,
  properties: customerEventSchema.shape.properties,
});

export const testSendSchema = z.object({
  id: z.uuid(),
  nodeId: z.string(),
  nodeName: z.string(),
  customer: z.object({ id: z.uuid(), name: z.string() }),
  createdAt: timestampSchema,
  /** Why nothing was sent; null where it was. */
  refusal: z.object({ type: z.string(), message: z.string() }).nullable(),
  /** Why its messages wait at this moment; null: their operator takes messages, or none of them waits. */
  trouble: namedTroubleSchema.nullable(),
  /** One per number, in the order they were typed. */
  messages: z.array(
    z.object({
      recipient: z.string(),
      status: z.enum([
        'refused',
        'expired',
        'cancelled',
        'enqueued',
        'sending',
        'sent',
        'delivered',
        'failed',
        'rejected',
        'unknown',
      ]),
      statusCode: z.string().nullable(),
      /** In the operator's words. */
      error: z.string().nullable(),
    }),
  ),
});

/** A message that was sent to typed numbers, and what has become of it. */
export type TestSend = z.infer<typeof testSendSchema>;

/** Up to 30 numbers a minute and project; above that it gives `too_many_requests`. */
export const sendTest = defineEndpoint({
  method: 'post',
  path: '/api/projects/:projectId/scenarios/:scenarioId/tests',
  summary: "Send a message with one customer's data to typed numbers; the same key never sends twice",
  tag: 'Tests',
  access: { atLeast: 'editor' },
  params: testParams,
  query: noQuery,
  body: z.object({
    /** Of one press of the button: the same again answers with the test that is there. */
    key: idSchema,
    node: testedNodeSchema,
    customerId: idSchema,
    event: testEventSchema.nullable().default(null),
    numbers: z.array(z.string().max(60)).min(1, 'Type a number').max(10, 'At most 10 numbers'),
  }),
  reply: testSendSchema,
});

export const listTests = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/scenarios/:scenarioId/tests',
  summary: 'The last 20 tests of a scenario, newest first',
  tag: 'Tests',
  access: { atLeast: 'viewer' },
  params: testParams,
  query: noQuery,
  body: noBody,
  reply: z.object({ items: z.array(testSendSchema) }),
});
