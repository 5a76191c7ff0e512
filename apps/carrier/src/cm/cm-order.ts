import { z } from 'zod';

/** One message as accepted by CM's format: one pair of `msg` and `to`, its text as the phone will show it. */
export const cmOrderSchema = z.object({
  from: z.string(),
  /** As it was sent: with a leading `00`. */
  to: z.string(),
  text: z.string(),
  encoding: z.enum(['GSM', 'UNICODE']),
  parts: z.int(),
  reference: z.string().optional(),
  expireAt: z.number(),
});

export type CmOrder = z.infer<typeof cmOrderSchema>;
