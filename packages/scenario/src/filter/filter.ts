import { z } from 'zod';
import { comparisonSchema } from './comparison.ts';
import { referenceSchema } from '../settings/reference.ts';

export const matches = ['all', 'any'] as const;
const matchSchema = z.enum(matches);

/** A question about a customer: an attribute, what they did, or a consent. */
export const conditionSchema = z.discriminatedUnion('kind', [
  comparisonSchema.extend({ kind: z.literal('attribute') }),
  z.object({
    kind: z.literal('event'),
    event: z.string().max(100, 'At most 100 characters'),
    /** False: who did not do it so often. */
    did: z.boolean(),
    atLeast: z.int('A whole number').min(1, 'At least 1').max(10_000, 'At most 10,000'),
    /** Null: ever. */
    withinDays: z.int('A whole number').min(1, 'At least 1').max(3_650, 'At most 3,650').nullable(),
    /** All of them must hold of one and the same event. */
    where: z.array(comparisonSchema).max(10, 'At most 10 properties'),
  }),
  z.object({
    kind: z.literal('consent'),
    categoryId: referenceSchema,
    isGranted: z.boolean(),
  }),
]);

export type FilterCondition = z.infer<typeof conditionSchema>;

/** Who is meant: groups of conditions, joined by and or or, each group joined within itself. Nothing at all means everyone. */
export const filterSchema = z.object({
  match: matchSchema,
  groups: z
    .array(
      z.object({
        match: matchSchema,
        conditions: z.array(conditionSchema).max(20, 'At most 20 conditions in a group'),
      }),
    )
    .max(10, 'At most 10 groups'),
});

export type CustomerFilter = z.infer<typeof filterSchema>;

/** A filter that is met by everyone. */
export const emptyFilter = (): CustomerFilter => ({ match: 'all', groups: [] });

/** All conditions of a filter, with their paths below `field`. */
export const conditionsOf = (
  filter: CustomerFilter,
  field: string,
): { readonly condition: FilterCondition; readonly path: string }[] =>
  filter.groups.flatMap(({ conditions }, group) =>
    conditions.map((condition, index) => ({
      condition,
      path: `${field}.groups.${group}.conditions.${index}`,
    })),
  );
