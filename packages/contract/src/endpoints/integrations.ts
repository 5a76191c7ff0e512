import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { idSchema, noBody, noQuery, projectParams, timestampSchema } from '../shapes/common.ts';
import { troubleSchema } from '../shapes/run.ts';

/** The operators that a project may send through. */
export const integrationProviders = ['cm', 'sinch', 'webhook'] as const;
const providerSchema = z.enum(integrationProviders);
export type IntegrationProvider = z.infer<typeof providerSchema>;

/** What can be added: the carrier that runs beside the server, too. */
const kindSchema = z.enum([...integrationProviders, 'built_in']);
export type IntegrationKind = z.infer<typeof kindSchema>;

const nameSchema = z.string().trim().min(1, 'Type a name').max(60, 'At most 60 characters');
const rateSchema = z
  .int('Give a whole number')
  .min(1, 'At least 1 a second')
  .max(10_000, 'At most 10,000 a second');

/** What a rate counts: operators count messages, or the parts that long ones are sent in. */
const rateUnitSchema = z.enum(['messages', 'parts']);
export type RateUnit = z.infer<typeof rateUnitSchema>;

/** By the name of the field; which ones there are, and what they may say, is up to the provider. */
const fieldsSchema = z.record(z.string().max(40), z.string().max(2_048, 'At most 2,048 characters'));

/** A connection to an operator, without its secrets: these leave the server only towards the operator. */
export const integrationSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  provider: providerSchema,
  /** The carrier that runs beside the server: nobody connects it, so it has neither settings nor secrets to show. */
  isBuiltIn: z.boolean(),
  isDefault: z.boolean(),
  /** Messages or parts per second, over all workers. */
  ratePerSecond: z.int(),
  rateUnit: rateUnitSchema,
  hasPrices: z.boolean(),
  settings: z.record(z.string(), z.string()),
  /** Since when each secret is as it is; one that is not named is not set. */
  secretsSetAt: z.record(z.string(), timestampSchema),
  /** Where the operator is to report. Its last part is a secret: null for those who may not change the integration. */
  callbackUrl: z.url().nullable(),
  /** The secret of the installation was another one before, and this address, too: the earlier ones still count. */
  hasEarlierCallbackUrls: z.boolean(),
  /** Another one of the project: while this one takes nothing, what waits is handed over to it. Null: it waits. */
  fallbackIntegrationId: z.uuid().nullable(),
  /** Its operator takes nothing now. Null: it is called. */
  trouble: troubleSchema.nullable(),
  /** When its operator last reported, or told of a message that came in, to the minute; null: not yet. */
  lastReportAt: timestampSchema.nullable(),
  /** Calls of its operator in the last 30 days that could not be read and changed nothing. Null: there were none. */
  unreadCalls: z.object({ count: z.int().positive(), lastAt: timestampSchema }).nullable(),
});
export type Integration = z.infer<typeof integrationSchema>;

/** Running ones first; at most twenty. */
const sendingSchema = z.array(z.object({ id: z.uuid(), name: z.string(), isRunning: z.boolean() }));

/** What a deletion would mean, and to make it the default. */
export const integrationUseSchema = z.object({
  /** Scenarios that name it; of the default those, too, that leave the choice to the project. */
  scenarios: sendingSchema,
  scenarioCount: z.int(),
  /** Scenarios that leave the choice to the project. */
  byDefault: z.object({ scenarios: sendingSchema, count: z.int() }),
  /** When somebody last asked whether its settings and secrets are right, whatever came of it; ISO 8601. Null: never. */
  checkedAt: z.iso.datetime().nullable(),
  /** Whether that check said that something is wrong. */
  hasFailedCheck: z.boolean(),
  /** Messages that have not left yet. */
  waiting: z.int(),
  /** Messages that are just being sent, or of which it is not known yet whether they were. */
  inQuestion: z.int(),
  /** Messages that the operator took and has not reported on to the end. */
  awaitingReports: z.int(),
  /** Why it cannot be deleted now, and how to mend that, in a sentence; null: it can. */
  refusal: z.string().nullable(),
});
export type IntegrationUse = z.infer<typeof integrationUseSchema>;

export const connectionCheckSchema = z.object({
  ok: z.boolean(),
  /** What the operator answered, in a sentence. */
  said: z.string(),
  /** What will go wrong all the same, and how to mend it. */
  warning: z.string().optional(),
});
export type ConnectionCheck = z.infer<typeof connectionCheckSchema>;

const integrationParams = projectParams.extend({ integrationId: idSchema });
const path = '/api/projects/:projectId/integrations';

export const listIntegrations = defineEndpoint({
  method: 'get',
  path,
  summary: 'Integrations with operators, the default first, and which kinds can be added',
  tag: 'Settings',
  access: { atLeast: 'viewer' },
  params: projectParams,
  query: noQuery,
  body: noBody,
  reply: z.object({
    integrations: z.array(integrationSchema),
    /** `built_in`: a carrier runs beside the server, and the project does not have it yet. */
    available: z.array(kindSchema),
  }),
});

/** The first integration of a project becomes its default. */
export const createIntegration = defineEndpoint({
  method: 'post',
  path,
  summary: 'Add an integration with an operator, or the built-in carrier',
  tag: 'Settings',
  access: { atLeast: 'owner' },
  params: projectParams,
  query: noQuery,
  body: z.object({
    provider: kindSchema,
    name: nameSchema,
    ratePerSecond: rateSchema,
    rateUnit: rateUnitSchema.default('messages'),
    fallbackIntegrationId: idSchema.nullable().default(null),
    /** The built-in carrier takes none, nor secrets. */
    settings: fieldsSchema.default({}),
    secrets: fieldsSchema.default({}),
  }),
  reply: integrationSchema,
  status: 201,
});

export const changeIntegration = defineEndpoint({
  method: 'patch',
  path: `${path}/:integrationId`,
  summary: 'Change an integration, or make it the default; what is left out stays',
  tag: 'Settings',
  access: { atLeast: 'owner' },
  params: integrationParams,
  query: noQuery,
  body: z.object({
    name: nameSchema.optional(),
    ratePerSecond: rateSchema.optional(),
    rateUnit: rateUnitSchema.optional(),
    fallbackIntegrationId: idSchema.nullable().optional(),
    /** All of them, where they are given. */
    settings: fieldsSchema.optional(),
    /** Only what is to be replaced, and null for what is to be taken away; the others stay. */
    secrets: z.record(z.string().max(40), fieldsSchema.valueType.nullable()).optional(),
    isDefault: z.literal(true).optional(),
  }),
  reply: integrationSchema,
});

/** Refused while messages are on their way through it, and while something that runs sends by it. */
export const deleteIntegration = defineEndpoint({
  method: 'delete',
  path: `${path}/:integrationId`,
  summary: 'Delete an integration with its secrets and prices',
  tag: 'Settings',
  access: { atLeast: 'owner' },
  params: integrationParams,
  query: noQuery,
  body: noBody,
  reply: z.undefined(),
  status: 204,
});

export const getIntegrationUse = defineEndpoint({
  method: 'get',
  path: `${path}/:integrationId/use`,
  summary: 'What sends through an integration, and whether it can be deleted',
  tag: 'Settings',
  access: { atLeast: 'owner' },
  params: integrationParams,
  query: noQuery,
  body: noBody,
  reply: integrationUseSchema,
});

/** Asks the operator for true, up to 30 times a minute and project; above that it gives `too_many_requests`. */
export const checkIntegration = defineEndpoint({
  method: 'post',
  path: `${path}/:integrationId/check`,
  summary: 'Ask the operator of an integration whether its settings and secrets are right; nothing is sent',
  tag: 'Settings',
  access: { atLeast: 'owner' },
  params: integrationParams,
  query: noQuery,
  body: noBody,
  reply: connectionCheckSchema,
});
