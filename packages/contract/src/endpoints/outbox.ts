import { z } from 'zod';
import { defineEndpoint, type ReplyOf } from '../endpoint.ts';
import {
  idSchema,
  noBody,
  noQuery,
  pageOf,
  pageQuery,
  projectParams,
  timestampSchema,
} from '../shapes/common.ts';
import { runSchema } from '../shapes/run.ts';
import { scenarioParams } from './scenarios.ts';

const tag = 'Outbox';

/** Left out: those of all runs, and tests. */
const ofRunQuery = z.object({ runId: idSchema.optional() });
const listQuery = pageQuery.omit({ search: true }).extend(ofRunQuery.shape);

/** `isMore`: there are more than were counted. */
const countedSchema = z.object({ count: z.int(), isMore: z.boolean() });

export const countOutbox = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/outbox/counts',
  summary: 'How many messages are unknown, wait to be sent, and are in requests that nobody has answered yet',
  tag,
  access: { atLeast: 'viewer' },
  params: projectParams,
  query: ofRunQuery,
  body: noBody,
  reply: z.object({
    unknown: countedSchema,
    waiting: countedSchema,
    /** Of requests that were made some seconds ago, and since when the first of them is open; null: there is none. */
    sending: countedSchema.extend({ since: timestampSchema.nullable() }),
    /** The run that was asked for. */
    run: z.object({ scenarioName: z.string(), versionNumber: z.int() }).nullable(),
  }),
});
export type OutboxCounts = ReplyOf<typeof countOutbox>;

/** A message of which nobody can say whether it was sent. */
const unknownMessageSchema = z.object({
  id: z.uuid(),
  customerId: z.uuid(),
  customerName: z.string(),
  recipient: z.string(),
  /** Null: the scenario was deleted. */
  scenarioId: z.uuid().nullable(),
  scenarioName: z.string(),
  /** Null: it was a test. */
  runId: z.uuid().nullable(),
  nodeName: z.string(),
  /** What its integration is called; null: it was deleted. */
  integrationName: z.string().nullable(),
  provider: z.string().nullable(),
  /** When it was handed to the operator, whose answer does not say what became of it, if one came. */
  claimedAt: timestampSchema.nullable(),
  /** Why nobody knows, in words. */
  error: z.string(),
});
export type UnknownMessage = z.infer<typeof unknownMessageSchema>;

export const listUnknown = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/outbox/unknown',
  summary: 'Messages of which nobody can say whether they were sent, the latest request first',
  tag,
  access: { atLeast: 'viewer' },
  params: projectParams,
  query: listQuery,
  body: noBody,
  reply: pageOf(unknownMessageSchema),
});

/** Some unknown messages, or all of a run. */
const unknownSelectionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('messages'), ids: z.array(idSchema).min(1).max(200) }),
  z.object({ kind: z.literal('run'), runId: idSchema }),
]);
export type UnknownSelection = z.infer<typeof unknownSelectionSchema>;

/** One call asks for some requests; where `nextCursor` is not null it goes on with it. What is asked is the whole request a message left in. */
export const askUnknown = defineEndpoint({
  method: 'post',
  path: '/api/projects/:projectId/outbox/unknown/ask',
  summary: 'Ask the operator again what became of unknown messages: those it has are sent, the others stay',
  tag,
  access: { atLeast: 'editor' },
  params: projectParams,
  query: noQuery,
  body: z.object({ selection: unknownSelectionSchema, cursor: z.string().max(500).optional() }),
  reply: z.object({
    /** How many are sent, as the operator says. */
    sent: z.int(),
    /** How many stay unknown, and why, in words. */
    stays: z.array(z.object({ messages: z.int(), why: z.string() })),
    nextCursor: z.string().nullable(),
  }),
});

/** One call settles some; where `hasMore` is true the same call goes on. */
export const settleUnknown = defineEndpoint({
  method: 'post',
  path: '/api/projects/:projectId/outbox/unknown/settle',
  summary: 'Take unknown messages as sent, or as not sent; nothing is sent again',
  tag,
  access: { atLeast: 'editor' },
  params: projectParams,
  query: noQuery,
  body: z.object({ selection: unknownSelectionSchema, as: z.enum(['sent', 'failed']) }),
  reply: z.object({ settled: z.int(), hasMore: z.boolean() }),
});

const waitingNodeSchema = z.object({
  nodeId: z.string(),
  nodeName: z.string(),
  waiting: z.int(),
  /** Name of the integration that the node sends through; null: it leaves that to the project. */
  integrationName: z.string().nullable(),
  /** Of those that wait, the ones that a fallback got, by its name; `isMore`: there are more than were counted. */
  handedOver: z.array(z.object({ name: z.string(), waiting: z.int(), isMore: z.boolean() })),
});
export type WaitingNode = z.infer<typeof waitingNodeSchema>;

/** How many messages of a run wait to be sent, node by node, the most first. */
const waitingRunSchema = z.object({
  runId: z.uuid(),
  scenarioId: z.uuid(),
  scenarioName: z.string(),
  versionNumber: z.int(),
  status: runSchema.shape.status,
  pausedAt: timestampSchema.nullable(),
  startedAt: timestampSchema,
  waiting: z.int(),
  nodes: z.array(waitingNodeSchema),
});
export type WaitingRun = z.infer<typeof waitingRunSchema>;

/** A page may be short, or empty, and have another after it: so many runs were looked through that it had to end. */
export const listWaiting = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/outbox/waiting',
  summary: 'Runs whose messages wait to be sent, the latest run first, with how many per node',
  tag,
  access: { atLeast: 'viewer' },
  params: projectParams,
  query: listQuery,
  body: noBody,
  reply: pageOf(waitingRunSchema),
});

/** An order to cancel what waits of a run, and how far it has come. */
const cancelOrderSchema = z.object({
  id: z.uuid(),
  runId: z.uuid(),
  scenarioId: z.uuid(),
  scenarioName: z.string(),
  /** Null: all nodes. */
  nodeName: z.string().nullable(),
  /** How many waited when it was given. */
  asked: z.int(),
  cancelled: z.int(),
  /** How many were not cancelled, as they had left or ended by then; null: it goes on. */
  tooLate: z.int().nullable(),
  orderedBy: z.string(),
  orderedAt: timestampSchema,
  endedAt: timestampSchema.nullable(),
});
export type CancelOrder = z.infer<typeof cancelOrderSchema>;

/** Carried out in the background; `listCancelOrders` tells how far it is. */
export const cancelWaiting = defineEndpoint({
  method: 'post',
  path: '/api/projects/:projectId/scenarios/:scenarioId/runs/:runId/cancelWaiting',
  summary:
    'Cancel the messages of a run, or of one of its nodes, that are not on their way to the operator yet',
  tag,
  access: { atLeast: 'editor' },
  params: scenarioParams.extend({ runId: idSchema }),
  query: noQuery,
  body: z.object({ nodeId: z.string().max(100).nullable() }),
  reply: cancelOrderSchema,
  status: 202,
});

export const listCancelOrders = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/outbox/cancelOrders',
  summary: 'The orders to cancel what waits, the latest first',
  tag,
  access: { atLeast: 'viewer' },
  params: projectParams,
  query: pageQuery.omit({ search: true }),
  body: noBody,
  reply: pageOf(cancelOrderSchema),
});
