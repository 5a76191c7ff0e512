import { z } from 'zod';
import { timestampSchema } from './common.ts';

/** Of a trigger that did not start when it was due, as no worker was running then, or the run was paused. */
export const lateStartSchema = z.object({ dueAt: timestampSchema, firedAt: timestampSchema });
export type LateStart = z.infer<typeof lateStartSchema>;

/** Counts at one node of a run; every one only ever rises, but for `unknown`, `sending`, `waiting`, and for `failed` and `unsent` where an operator reports of what a person took as not sent. */
export const nodeCountsSchema = z.object({
  nodeId: z.string(),
  entered: z.int(),
  left: z.int(),
  enqueued: z.int(),
  sent: z.int(),
  delivered: z.int(),
  failed: z.int(),
  rejected: z.int(),
  /** Of those that failed or were rejected, the ones that were never sent. */
  unsent: z.int(),
  suppressed: z.int(),
  enqueueFailed: z.int(),
  unknown: z.int(),
  /** Let through, and not sent in time. */
  expired: z.int(),
  /** Let through, and not sent because the scenario was stopped or a person called it off. */
  cancelled: z.int(),
  /** In requests that nobody has answered yet. */
  sending: z.int(),
  /** Held at the node now, until a moment that is known. */
  waiting: z.int(),
  /** Walks that ended here and would have gone on: an expression gave no number, the run was stopped. */
  ended: z.int(),
  /** Who left by each output that anybody left by. */
  outputs: z.array(z.object({ id: z.string(), count: z.int() })),
  /** Of a trigger, how often it started more than a minute late, and the last time; null: never. */
  late: lateStartSchema.extend({ count: z.int() }).nullable(),
});
export type NodeCounts = z.infer<typeof nodeCountsSchema>;

/** Of a node that nobody has come to yet. */
export const emptyNodeCounts = (nodeId: string): NodeCounts => ({
  nodeId,
  entered: 0,
  left: 0,
  enqueued: 0,
  sent: 0,
  delivered: 0,
  failed: 0,
  rejected: 0,
  unsent: 0,
  suppressed: 0,
  enqueueFailed: 0,
  unknown: 0,
  expired: 0,
  cancelled: 0,
  sending: 0,
  waiting: 0,
  ended: 0,
  outputs: [],
  late: null,
});

/** `finishing`: nobody enters any more, whoever is inside goes on. `stopped`: ended at once. */
export const runStatusSchema = z.enum(['active', 'finishing', 'finished', 'stopped']);

/** What is wrong with an operator that takes nothing now. */
export const troubleSchema = z.object({
  /** In words why. */
  error: z.string(),
  since: timestampSchema,
  /** When it is called again. */
  until: timestampSchema,
  /** Name of the fallback that its messages go by meanwhile; null: they wait. */
  through: z.string().nullable(),
});

/** The same with the name of the operator's integration. */
export const namedTroubleSchema = troubleSchema.extend({ name: z.string() });
export type NamedTrouble = z.infer<typeof namedTroubleSchema>;

/** One activation of a scenario's version, with its numbers. */
export const runSchema = z.object({
  id: z.uuid(),
  scenarioId: z.uuid(),
  versionNumber: z.int(),
  /** Of a run that sends one message again to those whom it did not reach: whose, and which; null: of any other. */
  resend: z.object({ runId: z.uuid(), nodeId: z.string(), nodeName: z.string() }).nullable(),
  status: runStatusSchema,
  /** Since when nobody moves; null: they do. */
  pausedAt: timestampSchema.nullable(),
  /** Whether more may still enter. */
  isOpen: z.boolean(),
  startedAt: timestampSchema,
  finishedAt: timestampSchema.nullable(),
  startedBy: z.string(),
  /** Walks that began, and those of them that are over: at the end of their way, or before it. */
  enrolled: z.int(),
  walked: z.int(),
  /** Customers who are still inside earlier runs of the scenario, which go on beside this one. */
  insideEarlier: z.int(),
  /** Messages of earlier runs of the scenario, whose walks are over, that wait to be sent, or are being sent. */
  leavingEarlier: z.int(),
  nodes: z.array(nodeCountsSchema),
  /** Operators of the project that take nothing now: until when they are left alone, why, and what takes over. */
  troubles: z.array(namedTroubleSchema),
});
export type Run = z.infer<typeof runSchema>;

/** Why messages were or would be refused, with how many. */
export const refusalCountSchema = z.object({
  nodeId: z.string(),
  status: z.enum(['suppressed', 'enqueue_failed']),
  type: z.string(),
  count: z.int(),
});
export type RefusalCount = z.infer<typeof refusalCountSchema>;
