import { z } from 'zod';
import { scenarioDocumentSchema } from '@curlew/scenario';
import { defineEndpoint } from '../endpoint.ts';
import { idSchema, noQuery, timestampSchema } from '../shapes/common.ts';
import { dryScriptSchema } from '../shapes/dry-script.ts';
import { scenarioIssueSchema } from '../shapes/issue.ts';
import { scenarioParams } from './scenarios.ts';

/** A customer who is made up. */
export const madeCustomerSchema = z.object({
  attributes: z.record(z.string().min(1).max(100), z.unknown()),
  /** Ids of the consent categories that were granted. */
  consents: z.array(idSchema).max(100).default([]),
});
export type MadeCustomer = z.infer<typeof madeCustomerSchema>;

const dryPeopleSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('customers'),
    ids: z.array(idSchema).min(1, 'Choose a customer').max(100, 'At most 100 customers'),
  }),
  z.object({ kind: z.literal('sample'), size: z.int().min(1).max(100, 'At most 100 customers') }),
  z.object({ kind: z.literal('made'), customer: madeCustomerSchema }),
]);
export type DryPeople = z.infer<typeof dryPeopleSchema>;

/** Of one walk of a customer, by its place among them; moments in milliseconds since 1970. */
const ofWalk = { walk: z.int(), at: z.int(), nodeId: z.string(), visit: z.int() };

const changeSchema = z.discriminatedUnion('kind', [
  z.object({ ...ofWalk, kind: z.literal('attributes'), values: z.record(z.string(), z.unknown()) }),
  z.object({ ...ofWalk, kind: z.literal('event'), type: z.string() }),
  z.object({
    ...ofWalk,
    kind: z.literal('consent'),
    categoryId: z.string(),
    isGranted: z.boolean(),
    validUntil: z.int().nullable(),
  }),
]);

const messageSchema = z.object({
  ...ofWalk,
  status: z.enum(['enqueued', 'suppressed', 'enqueue_failed']),
  /** What would be sent; null: nothing would. */
  text: z.string().nullable(),
  sender: z.string().nullable(),
  recipient: z.string().nullable(),
  language: z.string().nullable(),
  encoding: z.enum(['GSM-7', 'UCS-2']).nullable(),
  parts: z.int(),
  /** Why nothing would be sent: a word and a sentence; null where it would. */
  refusal: z.object({ type: z.string(), message: z.string() }).nullable(),
});

export const dryLifeSchema = z.object({
  /** Null: made up. */
  customerId: z.uuid().nullable(),
  name: z.string(),
  /** The zone that `customer` means for them. */
  timeZone: z.string(),
  walks: z.array(
    z.object({
      triggerId: z.string(),
      enteredAt: z.int(),
      /** Where it stands at the end, or ended. */
      nodeId: z.string(),
      isFinished: z.boolean(),
      /** Why it ended where it would have gone on. */
      ending: z.string().nullable(),
      waitsUntil: z.int().nullable(),
      /** The type of the event that ends the wait before. */
      waitsFor: z.string().nullable(),
    }),
  ),
  /** Nodes that were left, by an output; null: the walk was ended at it. */
  steps: z.array(
    z.object({
      ...ofWalk,
      output: z.string().nullable(),
      why: z
        .union([z.string(), z.number(), z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))])
        .optional(),
    }),
  ),
  messages: z.array(messageSchema),
  changes: z.array(changeSchema),
  events: z.array(
    z.object({
      at: z.int(),
      type: z.string(),
      by: z.enum(['script', 'message', 'walk']),
      nodeId: z.string().nullable(),
      /** Of a campaign event. */
      status: z.string().nullable(),
    }),
  ),
  /** So much happened that the rest was not played. */
  isCut: z.boolean(),
});
export type DryLife = z.infer<typeof dryLifeSchema>;

export const dryRunSchema = z.object({
  /** All problems of the document; with an error among them nothing is played. */
  issues: z.array(scenarioIssueSchema),
  startsAt: z.int(),
  endsAt: z.int(),
  /** Up to when it was played: earlier than the end where the time or the room was over. */
  playedUntil: z.int(),
  /** The project's zone. */
  timeZone: z.string(),
  lives: z.array(dryLifeSchema),
});
export type DryRunReply = z.infer<typeof dryRunSchema>;

/** A customer who is not of the project gives `not_found`. Of a sample as many as there are. Up to 10 seconds of work. */
export const dryRunScenario = defineEndpoint({
  method: 'post',
  path: '/api/projects/:projectId/scenarios/:scenarioId/dry',
  summary:
    'Play a scenario as it is drawn, for up to 100 customers on a simulated clock; writes and sends nothing',
  tag: 'Runs',
  access: { atLeast: 'viewer' },
  changesNothing: true,
  params: scenarioParams,
  query: noQuery,
  body: z.object({
    document: scenarioDocumentSchema,
    people: dryPeopleSchema,
    startsAt: timestampSchema,
    script: dryScriptSchema,
  }),
  reply: dryRunSchema,
});
