import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import {
  idSchema,
  noBody,
  noQuery,
  pageOf,
  pageQuery,
  projectParams,
  timestampSchema,
} from '../shapes/common.ts';

const attributesSchema = z.record(z.string(), z.json());

export const customerSummarySchema = z.object({
  id: z.uuid(),
  /** First and last name, else an id. */
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  phoneProblem: z.enum(['no_phone', 'invalid_phone', 'us_not_enabled', 'invalid_contact']).nullable(),
  language: z.string().nullable(),
  country: z.string().nullable(),
});
export type CustomerSummary = z.infer<typeof customerSummarySchema>;

/** A customer with all that a preview needs to render a message as they would get it. */
export const customerSchema = customerSummarySchema.extend({
  ids: z.record(z.string(), z.array(z.string())),
  attributes: attributesSchema,
  /** The attributes as JSON text, in which 20.0 is not 20 and integers above 2^53 have all their digits. */
  exactAttributes: z.string(),
  /** Names of the attributes that the project takes for dates; their values are ISO 8601. */
  dateAttributes: z.array(z.string()),
  phoneE164: z.string().nullable(),
  /** Country of the phone number, ISO 3166-1 alpha-2; null where it is not known. */
  phoneCountry: z.string().nullable(),
  /** Messages of the last year that count against frequency policies, newest first. */
  frequencyUses: z.array(z.object({ policyId: z.uuid(), at: timestampSchema })),
  /** Marked as unreachable, until its number changes or a person takes the mark away. */
  isUnusable: z.boolean(),
  /** When that was, and why in the operator's words; null where it is not so, or nobody knows. */
  unusableSince: timestampSchema.nullable(),
  unusableBecause: z.string().nullable(),
  consents: z.array(
    z.object({
      categoryId: z.uuid(),
      categoryName: z.string(),
      status: z.enum(['granted', 'revoked']),
      since: timestampSchema,
      source: z.string(),
    }),
  ),
  createdAt: timestampSchema,
});
export type Customer = z.infer<typeof customerSchema>;

/** Properties of an event: an object of JSON. */
export const customerEventProperties = attributesSchema;

export const customerEventSchema = z.object({
  id: z.uuid(),
  type: z.string(),
  /** It tells what became of a message, whatever it is named. */
  isCampaign: z.boolean(),
  timestamp: timestampSchema,
  properties: customerEventProperties,
});
export type CustomerEvent = z.infer<typeof customerEventSchema>;

/** An event on the page of its customer. */
const listedEventSchema = customerEventSchema.extend({
  /** Of a message that was enqueued, what its events do not say: that nobody has answered yet, or never did. Null: they say it. */
  messageStatus: z.enum(['sending', 'unknown']).nullable(),
});
export type ListedEvent = z.infer<typeof listedEventSchema>;

export const customerParams = projectParams.extend({ customerId: idSchema });

export const listCustomers = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/customers',
  summary: 'Customers whose name, e-mail, phone or id contains the search',
  tag: 'Customers',
  access: { atLeast: 'viewer' },
  params: projectParams,
  query: pageQuery,
  body: noBody,
  reply: pageOf(customerSummarySchema),
});

/** Customers with a phone number by its country; null: numbers of no country. */
const phoneCountriesSchema = z.object({
  countries: z.array(z.object({ country: z.string().nullable(), customerCount: z.int() })),
});
export type PhoneCountry = z.infer<typeof phoneCountriesSchema>['countries'][number];

export const countPhoneCountries = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/countries',
  summary: 'How many customers have a phone number of which country, the most first',
  tag: 'Customers',
  access: { atLeast: 'viewer' },
  params: projectParams,
  query: noQuery,
  body: noBody,
  reply: phoneCountriesSchema,
});

export const getCustomer = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/customers/:customerId',
  summary: 'A customer with ids, attributes and consents',
  tag: 'Customers',
  access: { atLeast: 'viewer' },
  params: customerParams,
  query: noQuery,
  body: noBody,
  reply: customerSchema,
});

export const clearUnusableNumber = defineEndpoint({
  method: 'delete',
  path: '/api/projects/:projectId/customers/:customerId/unusable',
  summary:
    "Take the mark from a customer's number that says that nothing gets to it; where there is none, nothing changes",
  tag: 'Customers',
  access: { atLeast: 'editor' },
  params: customerParams,
  query: noQuery,
  body: noBody,
  reply: z.undefined(),
  status: 204,
});

export const listCustomerEvents = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/customers/:customerId/events',
  summary: "A customer's events, newest first",
  tag: 'Customers',
  access: { atLeast: 'viewer' },
  params: customerParams,
  query: pageQuery.omit({ search: true }).extend({
    type: z.string().max(100).optional(),
    /** `campaign`: those that tell what became of messages, whatever they are named. */
    only: z.enum(['campaign']).optional(),
  }),
  body: noBody,
  reply: pageOf(listedEventSchema),
});

export const listEvents = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/events',
  summary: 'The newest events of a type, of whichever customer',
  tag: 'Customers',
  access: { atLeast: 'viewer' },
  params: projectParams,
  query: z.object({ type: z.string().max(100).default(''), limit: pageQuery.shape.limit }),
  body: noBody,
  reply: z.object({
    items: z.array(customerEventSchema.extend({ customerId: z.uuid(), customerName: z.string() })),
  }),
});
