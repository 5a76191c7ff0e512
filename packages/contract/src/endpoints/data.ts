import { z } from 'zod';
import { comparisonTypes, filterSchema } from '@curlew/scenario';
import { defineEndpoint } from '../endpoint.ts';
import { noBody, noQuery, projectParams, timestampSchema } from '../shapes/common.ts';

const describedValues = {
  name: z.string(),
  /** As the project declares it, else as most of its values look. */
  type: z.enum(comparisonTypes),
  /** At most three different values, the most usual first, each cut to 60 characters. */
  examples: z.array(z.string()),
};

export const attributeDescriptionSchema = z.object({
  ...describedValues,
  /** Of the customers, 0 to 1: who have it; null and empty values are not counted. */
  share: z.number().min(0).max(1),
});
export type AttributeDescription = z.infer<typeof attributeDescriptionSchema>;

export const eventDescriptionSchema = z.object({
  type: z.string(),
  count: z.int(),
  /** Whether `count` was reckoned from a sample. */
  isEstimate: z.boolean(),
  lastSeenAt: timestampSchema,
  /** Of its latest events. */
  properties: z.array(z.object(describedValues)),
});
export type EventDescription = z.infer<typeof eventDescriptionSchema>;

/** What is known of a project's customers and of what they do, by name. May be a minute old. */
export const dataDescriptionSchema = z.object({
  /** How many customers were looked at; null: all of them. */
  sampled: z.int().nullable(),
  attributes: z.array(attributeDescriptionSchema),
  /** The last seen first. */
  events: z.array(eventDescriptionSchema),
});
export type DataDescription = z.infer<typeof dataDescriptionSchema>;

export const describeData = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/data',
  summary: 'Attributes and events that customers have, with types and examples',
  tag: 'Customers',
  access: { atLeast: 'viewer' },
  params: projectParams,
  query: noQuery,
  body: noBody,
  reply: dataDescriptionSchema,
});

export const filterCountSchema = z.object({
  /** Customers who meet the filter now. */
  count: z.int(),
  /** Whether counting took too long, so that `count` was reckoned from a random sample. */
  isEstimate: z.boolean(),
  /** All customers of the project. */
  total: z.int(),
  /** Up to five who meet it. */
  sample: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type FilterCount = z.infer<typeof filterCountSchema>;

/** A condition that has an error is met by nobody. A filter that takes too long even to estimate gives `too_slow`. */
export const countFiltered = defineEndpoint({
  method: 'post',
  path: '/api/projects/:projectId/customers/count',
  summary: 'How many customers meet a filter, and some of them',
  tag: 'Customers',
  access: { atLeast: 'viewer' },
  changesNothing: true,
  params: projectParams,
  query: noQuery,
  body: z.object({ filter: filterSchema }),
  reply: filterCountSchema,
});
