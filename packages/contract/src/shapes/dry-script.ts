import { z } from 'zod';

const secondsSchema = z
  .int()
  .min(0, 'Not before the start')
  .max(400 * 86_400, 'Within 400 days');
const nodeIdSchema = z.string().min(1).max(100);

const variantOfSchema = z.object({ nodeId: nodeIdSchema, variantId: z.string().min(1).max(100) });

/** What is played in a dry run: its length, and all that the world would decide. Seconds count from the start. */
export const dryScriptSchema = z.object({
  days: z.int('A whole number').min(1, 'At least 1 day').max(400, 'At most 400 days').default(30),
  /** The only trigger that lets anybody in, at once; null: all of them, as in a run. */
  enterBy: nodeIdSchema.nullable().default(null),
  events: z
    .array(
      z.object({
        after: secondsSchema,
        type: z.string().min(1, 'Name the event').max(100, 'At most 100 characters'),
        properties: z.record(z.string(), z.unknown()),
      }),
    )
    .max(100, 'At most 100 events')
    .default([]),
  /** What becomes of messages and what customers do with them; seconds count from the message. */
  reactions: z
    .array(
      z.object({
        /** Null: all SMS nodes. */
        nodeId: nodeIdSchema.nullable(),
        kind: z.enum(['delivered', 'failed', 'clicked', 'replied']),
        after: secondsSchema,
        /** Of a reply what it says, of a failure why. */
        text: z.string().max(1_000, 'At most 1,000 characters').default(''),
      }),
    )
    .max(100)
    .default([]),
  /** A node that is not named is answered 200 with no body. */
  webhooks: z
    .array(
      z.object({
        nodeId: nodeIdSchema,
        /** Null: nothing answers. */
        status: z.int().min(100, 'From 100 to 599').max(599, 'From 100 to 599').nullable(),
        body: z.unknown().optional(),
      }),
    )
    .max(100)
    .default([]),
  /** The variant that everyone takes; a split that is not named draws truly. */
  variants: z.array(variantOfSchema).max(100).default([]),
  /** The variant that wins a split with a test when it is over; without one the weights stay. */
  winners: z.array(variantOfSchema).max(100).default([]),
});
export type DryScript = z.infer<typeof dryScriptSchema>;
