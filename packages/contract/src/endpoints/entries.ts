import { z } from 'zod';
import { usualCampaignEvent } from '@curlew/scenario';
import { defineEndpoint } from '../endpoint.ts';
import { noQuery, projectParams } from '../shapes/common.ts';
import { eventTypeSchema } from '../shapes/event-type.ts';
import { customerEventProperties } from './customers.ts';
import { scenarioParams } from './scenarios.ts';

/** A customer by one of their ids. */
const customerIdSchema = z.object({
  kind: z.string().min(1).max(100),
  value: z.string().min(1, 'The id is empty').max(500, 'At most 500 characters'),
});

const mostAtOnce = 1_000;

// Where the calendars of the database and of ours both go: an offset may lead out of it.
const [firstMoment, lastMoment] = [
  Date.parse('0001-01-01T00:00:00Z'),
  Date.parse('9999-12-31T23:59:59.999Z'),
];

const momentSchema = z.iso
  .datetime({ offset: true, error: 'Give the time as 2026-11-30T09:00:00Z' })
  .refine((text) => {
    const moment = Date.parse(text);
    return moment >= firstMoment && moment <= lastMoment;
  }, 'The time is not within the years 1 to 9999');

/**
 * Events of customers who are not known are left out and named; the others are tracked. None is where one is named as the project's
 * campaign events are or once were.
 */
export const trackEvents = defineEndpoint({
  method: 'post',
  path: '/api/projects/:projectId/events',
  summary: 'Track what customers did; it may let them into scenarios and end their waits',
  tag: 'Customers',
  access: { atLeast: 'editor' },
  params: projectParams,
  query: noQuery,
  body: z.object({
    events: z
      .array(
        z.object({
          customer: customerIdSchema,
          type: eventTypeSchema.refine(
            (type) => type !== usualCampaignEvent && type !== 'consent',
            'Events named campaign and consent are written by Curlew itself: choose another name',
          ),
          /** When it happened; left out: now. */
          timestamp: momentSchema.optional(),
          properties: customerEventProperties.optional(),
        }),
      )
      .min(1, 'There is no event')
      .max(mostAtOnce, 'At most 1,000 events at once'),
  }),
  reply: z.object({
    tracked: z.int(),
    /** Places in the list, from 0, of events whose customer is not known. */
    unknown: z.array(z.int()),
  }),
});

/**
 * Whoever is not known is left out and named. With a `key` a customer enters once for it, however often the call is repeated; not
 * running gives `not_running`.
 */
export const enrolCustomers = defineEndpoint({
  method: 'post',
  path: '/api/projects/:projectId/scenarios/:scenarioId/enrol',
  summary: 'Let customers into a running scenario by its API call trigger, as far as its re-entry lets them',
  tag: 'Runs',
  access: { atLeast: 'editor' },
  params: scenarioParams,
  query: noQuery,
  body: z.object({
    customers: z
      .array(customerIdSchema)
      .min(1, 'There is no customer')
      .max(mostAtOnce, 'At most 1,000 customers at once'),
    /** Names the call: repeated, it lets nobody in again. */
    key: z.string().min(1).max(200).optional(),
    /** Of several API call triggers the one that is meant; left out: all. */
    nodeId: z.string().max(64).optional(),
  }),
  reply: z.object({
    entered: z.int(),
    /** Places in the list, from 0, of customers who are not known. */
    unknown: z.array(z.int()),
  }),
});
