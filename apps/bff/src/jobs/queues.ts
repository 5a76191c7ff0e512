import { z } from 'zod';
import { packIds, unpackIds } from './packed-ids.ts';

// Jobs of an earlier version, and those that were put aside, have them as a list.
const ids = z.codec(z.union([z.base64(), z.array(z.uuid())]), z.array(z.string()).min(1).max(1_000), {
  decode: (kept) => (typeof kept === 'string' ? unpackIds(kept) : kept),
  encode: packIds,
});

/**
 * How many jobs of its run were queued before this one: of jobs that are due the one with the lowest place is taken first, so that a run of few
 * does not wait for one of a million, and two large ones take turns. Left out: none.
 */
const place = z.int().nonnegative().optional();

const messagesToSend = z.object({
  integrationId: z.uuid(),
  messageIds: ids,
  /** How often the operator has put these messages off. */
  attempt: z.int().nonnegative().optional(),
  place,
  /** How often in a row others had all that the operator's rate allows. */
  starved: z.int().nonnegative().optional(),
  /** Somebody waits for them: they go by a lane of their own. */
  isUrgent: z.boolean().optional(),
});

/** Every queue with the shape of its jobs. A queue that is missing here does not compile where it is used. */
export const queues = {
  /** Walk these enrolments on from the node. */
  walk: z.object({
    runId: z.uuid(),
    nodeId: z.string(),
    enrolmentIds: ids,
    /** Their wait was over by the clock of whoever sent this: nobody else will look at those who are held on. */
    isDue: z.boolean().optional(),
    place,
  }),
  /** Make the requests of these enrolments, which stand at a Webhook node. */
  callWebhooks: z.object({ runId: z.uuid(), nodeId: z.string(), enrolmentIds: ids }),
  /** Look whether the event that these enrolments are held for happened while they came. */
  lookForEvents: z.object({ runId: z.uuid(), nodeId: z.string(), enrolmentIds: ids }),
  /** Let in whom a trigger lets in at this moment. */
  fireTrigger: z.object({
    runId: z.uuid(),
    nodeId: z.string(),
    /** Milliseconds since 1970. */
    dueAt: z.number(),
  }),
  /** End the walks of a run that was stopped or left, bit by bit: those after the one named. */
  endWalks: z.object({
    runId: z.uuid(),
    ending: z.enum(['stopped', 'left']),
    // Left out by an earlier version, which named a customer: it begins anew.
    afterId: z.uuid().nullable().default(null),
  }),
  /** Send these messages, all of one integration. */
  dispatch: messagesToSend,
  /** The same for messages that somebody waits for: tests and replies. They wait for no campaign. */
  urgentDispatch: messagesToSend,
  /** Cancel the messages that wait and that an order is about, bit by bit: those after the one named. */
  cancelWaiting: z.object({
    orderId: z.uuid(),
    after: z.object({ nodeId: z.string(), enrolmentId: z.uuid(), visit: z.int() }).nullable(),
  }),
  /** Apply the operator's calls that are stored and not yet applied. */
  receipts: z.object({ integrationId: z.uuid() }),
  /** Import an uploaded file. */
  import: z.object({ importId: z.uuid() }),
  /** Count what a message comes to over all customers; a turn that has passed is not counted any more. */
  audienceRange: z.object({ rangeId: z.uuid(), turn: z.int().positive() }),
} as const;

export type QueueName = keyof typeof queues;
export const isQueueName = (name: string): name is QueueName => Object.hasOwn(queues, name);

/** The queue that messages to send go by. */
export const laneOf = ({
  isUrgent = false,
}: {
  readonly isUrgent?: boolean | undefined;
}): 'dispatch' | 'urgentDispatch' => (isUrgent ? 'urgentDispatch' : 'dispatch');

export type JobOf<Q extends QueueName> = z.infer<(typeof queues)[Q]>;

/** A job as the queue keeps it; the queue's schema reads it again. */
export const encodeJob = <Q extends QueueName>(queue: Q, job: JobOf<Q>): object => {
  // Which of the schemas it is TypeScript cannot follow through the generic; each is of an object.
  const schema: z.ZodType<JobOf<Q>> = queues[queue] as never;
  return z.encode(schema, job) as object;
};
