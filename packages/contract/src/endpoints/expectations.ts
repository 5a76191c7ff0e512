import { z } from 'zod';
import { scenarioDocumentSchema } from '@curlew/scenario';
import { defineEndpoint } from '../endpoint.ts';
import { idSchema, noBody, noQuery, timestampSchema } from '../shapes/common.ts';
import { dryScriptSchema } from '../shapes/dry-script.ts';
import { madeCustomerSchema } from './dry-run.ts';
import { scenarioParams } from './scenarios.ts';

const nameSchema = z.string().trim().min(1, 'Type a name').max(100, 'At most 100 characters');
const secondsSchema = z
  .int()
  .min(0)
  .max(400 * 86_400)
  .nullable();
const nodeIdSchema = z.string().min(1).max(100);

/** What a customer is to get; seconds count from the start. */
export const expectedSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('gets'),
    /** Null: of any SMS node. */
    nodeId: nodeIdSchema.nullable(),
    /** Null: whatever it says. */
    contains: z.string().max(500).nullable(),
    language: z.string().max(35).nullable(),
    from: secondsSchema,
    to: secondsSchema,
  }),
  z.object({ kind: z.literal('gets_nothing') }),
  z.object({ kind: z.literal('ends_at'), nodeId: nodeIdSchema }),
]);
export type Expected = z.infer<typeof expectedSchema>;

const expectationFields = {
  name: nameSchema,
  customer: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('real'), id: idSchema }),
    z.object({ kind: z.literal('made'), customer: madeCustomerSchema }),
  ]),
  /** A moment, or the next such day of the week and time in the project's zone. */
  start: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('moment'), at: timestampSchema }),
    z.object({
      kind: z.literal('weekday'),
      weekday: z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']),
      time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Write it as 09:00'),
    }),
  ]),
  script: dryScriptSchema,
  expected: z.array(expectedSchema).min(1, 'Expect something').max(50, 'At most 50'),
};

export const expectationSchema = z.object({
  id: z.uuid(),
  ...expectationFields,
  /** Whether the scenario does not start while it is not met. */
  blocks: z.boolean(),
});
export type Expectation = z.infer<typeof expectationSchema>;

const expectationParams = scenarioParams.extend({ expectationId: idSchema });

export const listExpectations = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/scenarios/:scenarioId/expectations',
  summary: 'What is expected of a scenario, in the order it was written down',
  tag: 'Runs',
  access: { atLeast: 'viewer' },
  params: scenarioParams,
  query: noQuery,
  body: noBody,
  reply: z.object({ items: z.array(expectationSchema) }),
});

/** Up to 100 of one scenario; above that it gives `bad_request`. */
export const createExpectation = defineEndpoint({
  method: 'post',
  path: '/api/projects/:projectId/scenarios/:scenarioId/expectations',
  summary: 'Write down what a customer is to get of a scenario',
  tag: 'Runs',
  access: { atLeast: 'editor' },
  params: scenarioParams,
  query: noQuery,
  body: z.object({ ...expectationFields, blocks: z.boolean().default(false) }),
  reply: expectationSchema,
  status: 201,
});

export const changeExpectation = defineEndpoint({
  method: 'patch',
  path: '/api/projects/:projectId/scenarios/:scenarioId/expectations/:expectationId',
  summary:
    'Rename an expectation, change what is expected, or say whether it keeps the scenario from starting',
  tag: 'Runs',
  access: { atLeast: 'editor' },
  params: expectationParams,
  query: noQuery,
  body: z.object({
    name: nameSchema.optional(),
    expected: expectationFields.expected.optional(),
    blocks: z.boolean().optional(),
  }),
  reply: expectationSchema,
});

export const deleteExpectation = defineEndpoint({
  method: 'delete',
  path: '/api/projects/:projectId/scenarios/:scenarioId/expectations/:expectationId',
  summary: 'Delete an expectation',
  tag: 'Runs',
  access: { atLeast: 'editor' },
  params: expectationParams,
  query: noQuery,
  body: noBody,
  reply: z.undefined(),
  status: 204,
});

export const expectationResultSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  blocks: z.boolean(),
  status: z.enum(['met', 'not_met', 'not_run']),
  /** What came instead, or why it was not run: sentences without full stop. */
  differences: z.array(z.object({ nodeId: z.string().nullable(), message: z.string() })),
});
export type ExpectationResult = z.infer<typeof expectationResultSchema>;

/** Up to 10 seconds of work; what there was no time for is `not_run`, as is all of a document with errors. */
export const runExpectations = defineEndpoint({
  method: 'post',
  path: '/api/projects/:projectId/scenarios/:scenarioId/expectations/run',
  summary: 'Play all expectations over a document as it is drawn; writes and sends nothing',
  tag: 'Runs',
  access: { atLeast: 'viewer' },
  changesNothing: true,
  params: scenarioParams,
  query: noQuery,
  body: z.object({ document: scenarioDocumentSchema }),
  reply: z.object({ results: z.array(expectationResultSchema) }),
});
