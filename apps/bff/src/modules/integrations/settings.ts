import { z } from 'zod';

/** What is stored of an integration beside its secrets. `isBuiltIn`: the carrier that runs beside the server. */
export const storedSettingsSchema = z.object({
  isBuiltIn: z.boolean().default(false),
  /** Of the operator that the integration names; its adapter reads them. */
  provider: z.unknown(),
  /** Since when the operator is called where it is now; not given: since the integration was made. */
  connectedAt: z.iso.datetime().optional(),
});
export type StoredSettings = z.infer<typeof storedSettingsSchema>;
