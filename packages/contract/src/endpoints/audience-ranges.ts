import { z } from 'zod';
import { smsNodeSchema } from '@curlew/scenario';
import { defineEndpoint } from '../endpoint.ts';
import { idSchema, noBody, noQuery, projectParams, timestampSchema } from '../shapes/common.ts';

const lengthSchema = z.object({
  encoding: z.enum(['GSM-7', 'UCS-2']),
  /** Septets, or UTF-16 units in Unicode. */
  units: z.int(),
  parts: z.int(),
});

const spreadSchema = z.object({ least: z.int(), most: z.int(), total: z.int() });

const cellSchema = z.object({
  /** ISO 3166 code of the number; null: not known. */
  country: z.string().nullable(),
  language: z.string(),
  messages: z.int(),
  parts: z.int(),
});

/** A customer to look at; what they are called, and the message they would get. */
export const audienceExampleSchema = z.object({
  customerId: z.uuid(),
  name: z.string(),
  language: z.string(),
  /** Null where there is none to count. */
  length: lengthSchema.nullable(),
});
export type AudienceExample = z.infer<typeof audienceExampleSchema>;

/** What a message comes to over all customers of the project; every one is a message or a refusal. */
export const audienceResultSchema = z.object({
  customers: z.int(),
  /** Those that leave; parts and units are theirs, and null where none leaves. */
  messages: z.int(),
  parts: spreadSchema.nullable(),
  units: spreadSchema.nullable(),
  byParts: z.array(z.object({ parts: z.int(), messages: z.int() })),
  byEncoding: z.array(z.object({ encoding: lengthSchema.shape.encoding, messages: z.int() })),
  refusals: z.array(
    z.object({ status: z.enum(['suppressed', 'enqueue_failed']), type: z.string(), count: z.int() }),
  ),
  /** By country and language, the most parts first. */
  cells: z.array(cellSchema),
  examples: z.object({
    longest: audienceExampleSchema.nullable(),
    shortest: audienceExampleSchema.nullable(),
    mostParts: audienceExampleSchema.nullable(),
    /** Whose template cannot be rendered. */
    fails: audienceExampleSchema.nullable(),
    noPhone: audienceExampleSchema.nullable(),
    byLanguage: z.array(audienceExampleSchema),
  }),
  /** The same with every safe replacement made in the text; null where there is none to make. */
  fixed: z.object({ messages: z.int(), parts: z.int(), cells: z.array(cellSchema) }).nullable(),
  /** What the message reads and nobody knows before its scenario runs: it was counted without. */
  without: z.array(z.enum(['event', 'webhook'])),
});
export type AudienceResult = z.infer<typeof audienceResultSchema>;

export const audienceRangeSchema = z.object({
  /** Null: nothing is counted, and nothing was ordered. */
  id: z.uuid().nullable(),
  status: z.enum(['not_counted', 'waiting', 'running', 'finished', 'cancelled', 'failed']),
  /** Customers counted so far, and all of them. */
  done: z.int(),
  total: z.int(),
  /** Why counting failed, in words. */
  problem: z.string().nullable(),
  /** The last one that was finished; it stays while the message is counted again. */
  result: audienceResultSchema.nullable(),
  countedAt: timestampSchema.nullable(),
  /** Whether customers have changed since; only told in answer to the question what a message comes to. */
  isOutdated: z.boolean(),
});
export type AudienceRange = z.infer<typeof audienceRangeSchema>;

/**
 * Counts in the background, one count for one content however many ask. Changes nothing that anybody made: viewers may. Whatever
 * stands before the node in its scenario is left aside: all customers of the project are counted.
 */
export const countAudience = defineEndpoint({
  method: 'post',
  path: '/api/projects/:projectId/audience/ranges',
  summary: 'What an SMS node comes to over all customers: parts, countries, languages, refusals',
  tag: 'Customers',
  access: { atLeast: 'viewer' },
  changesNothing: true,
  params: projectParams,
  query: noQuery,
  body: z.object({
    scenarioId: idSchema,
    node: smsNodeSchema,
    /** `small`: only up to 50,000 customers; else what is known is answered. `again`: also where a result is known. */
    count: z.enum(['small', 'any', 'again']).default('any'),
  }),
  reply: audienceRangeSchema,
});

const rangeParams = projectParams.extend({ rangeId: idSchema });

export const getAudienceRange = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/audience/ranges/:rangeId',
  summary: 'How far counting an audience is, and its result',
  tag: 'Customers',
  access: { atLeast: 'viewer' },
  params: rangeParams,
  query: noQuery,
  body: noBody,
  reply: audienceRangeSchema,
});

export const cancelAudienceRange = defineEndpoint({
  method: 'post',
  path: '/api/projects/:projectId/audience/ranges/:rangeId/cancel',
  summary: 'Stop counting an audience; the last result stays',
  tag: 'Customers',
  access: { atLeast: 'viewer' },
  changesNothing: true,
  params: rangeParams,
  query: noQuery,
  body: noBody,
  reply: audienceRangeSchema,
});
