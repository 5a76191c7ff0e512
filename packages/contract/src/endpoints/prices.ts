import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { idSchema, noBody, noQuery, projectParams } from '../shapes/common.ts';

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** The price of one part to a country, from a day on until the next of the same country begins. */
export const priceSchema = z.object({
  /** `*`: every country that has no price of its own on the day. */
  country: z
    .string()
    .regex(/^(?:[A-Z]{2}|\*)$/, 'Give the country as two capital letters (ISO 3166), or * for all others'),
  // There was no year 0, and no database has it.
  validFrom: z.iso
    .date('Give the day as YYYY-MM-DD')
    .refine((day) => !day.startsWith('0000'), 'Give the day as YYYY-MM-DD'),
  currency: z
    .string()
    .refine((code) => currencies.has(code), 'Give the currency as three capital letters (ISO 4217), as EUR'),
  /** A decimal text: money is never a binary fraction. */
  price: z
    .string()
    .regex(/^\d{1,4}(?:\.\d{1,6})?$/, 'Give the price as a number with at most six decimals, below 10,000'),
});
export type Price = z.infer<typeof priceSchema>;

const priceKeySchema = priceSchema.pick({ country: true, validFrom: true });
export type PriceKey = z.infer<typeof priceKeySchema>;

const integrationParams = projectParams.extend({ integrationId: idSchema });

export const priceListSchema = z.object({ prices: z.array(priceSchema) });
export type PriceList = z.infer<typeof priceListSchema>;

export const listPrices = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/integrations/:integrationId/prices',
  summary: 'What a part costs through an integration: by country, and each country by day',
  tag: 'Settings',
  access: { atLeast: 'viewer' },
  params: integrationParams,
  query: noQuery,
  body: noBody,
  reply: priceListSchema,
});

export const changePrices = defineEndpoint({
  method: 'patch',
  path: '/api/projects/:projectId/integrations/:integrationId/prices',
  summary: 'Take prices away and then set prices, all at once; whatever is not named stays',
  tag: 'Settings',
  access: { atLeast: 'owner' },
  params: integrationParams,
  query: noQuery,
  body: z.object({
    remove: z.array(priceKeySchema).max(5_000).default([]),
    set: z.array(priceSchema).max(5_000, 'At most 5,000 prices at once').default([]),
  }),
  reply: priceListSchema,
});
