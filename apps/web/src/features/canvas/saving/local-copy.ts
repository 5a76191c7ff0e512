import { scenarioDocumentSchema } from '@curlew/scenario';
import { z } from 'zod';

/** A scenario's document kept in this browser: what was not saved yet, or what a choice between two people set aside. */
export const localCopySchema = z.object({
  id: z.string(),
  scenarioId: z.string(),
  reason: z.enum(['unsaved', 'set_aside']),
  /** Whose work it is: null, of the person at this browser. */
  by: z.string().nullable(),
  /** ISO 8601 */
  at: z.string(),
  document: scenarioDocumentSchema,
  /** What it was made from. */
  revision: z.int(),
  base: scenarioDocumentSchema,
  /** What was on its way to the server, with no answer yet. */
  sent: z.array(scenarioDocumentSchema),
});

export type LocalCopy = z.infer<typeof localCopySchema>;
