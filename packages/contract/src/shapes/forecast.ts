import { z } from 'zod';
import { timestampSchema } from './common.ts';
import { scenarioIssueSchema } from './issue.ts';
import { namedTroubleSchema, refusalCountSchema } from './run.ts';

/** What parts cost today; currencies stand side by side, as decimals. */
const costSchema = z.object({
  sums: z.array(z.object({ currency: z.string(), amount: z.string() })),
  /** Parts to countries without a price; null: to numbers of no known country. */
  unpriced: z.array(z.object({ country: z.string().nullable(), parts: z.int() })),
});

/**
 * What the numbers of a trigger count: one start, one of the times of a Repeat, a week of an On date attribute, a day of an On event,
 * or a hundred calls of an API call, of which nobody knows how many there will be.
 */
const forecastSpanSchema = z.enum(['start', 'time', 'week', 'day', 'hundred_calls']);
export type ForecastSpan = z.infer<typeof forecastSpanSchema>;

/** What comes of those whom one trigger lets in. */
const triggerForecastSchema = z.object({
  nodeId: z.string(),
  per: forecastSpanSchema,
  /** Customers who enter; null: not known. */
  entries: z.number().nullable(),
  /** When it lets customers in next, where it has such a moment. */
  nextAt: timestampSchema.nullable(),
  /** All numbers are estimated from so many walks; null: everyone was walked. */
  sampled: z.int().nullable(),
  /**
   * Of a trigger that limits it, who enters again, and how many customers it leaves out: of a Repeat at its next moment, of an On event
   * those who do it in the next 30 days, of an API call all who would not get in now. Null: everyone enters each time.
   */
  reentry: z.object({ mode: z.enum(['once', 'period']), days: z.int(), leftOut: z.int() }).nullable(),
  nodes: z.array(
    z.object({
      nodeId: z.string(),
      messages: z.int(),
      parts: z.int(),
      refused: z.int(),
      cost: costSchema,
    }),
  ),
  /** The most first, each with the first customers of those who were walked. */
  refusals: z.array(
    refusalCountSchema.extend({ customers: z.array(z.object({ id: z.uuid(), name: z.string() })) }),
  ),
  cost: costSchema,
});
export type TriggerForecast = z.infer<typeof triggerForecastSchema>;

/** What a forecast takes for granted. */
const assumptionSchema = z.enum(['events_never_come', 'webhooks_answer', 'as_of_now']);
export type ForecastAssumption = z.infer<typeof assumptionSchema>;

/** What a start would do. */
export const startForecastSchema = z.object({
  revision: z.int(),
  issues: z.array(scenarioIssueSchema),
  /** Of the project. */
  customers: z.int(),
  /** None where problems forbid the start. */
  triggers: z.array(triggerForecastSchema),
  assumptions: z.array(assumptionSchema),
  /** Messages that all runs of the scenario have sent so far. */
  sentBefore: z.int(),
  /** Operators that the draft sends through and that take nothing now. */
  troubles: z.array(namedTroubleSchema),
});
export type StartForecast = z.infer<typeof startForecastSchema>;
