import { z } from 'zod';

/** What is stored of an integration beside its secrets. `isBuiltIn`: the carrier that runs beside the server. */
export const storedSettingsSchema = z.object({
  isBuiltIn: z.boolean().default(false),
  /** Of the operator that the integration names; its adapter reads them. */
  provider: z.unknown(),
});
export type StoredSettings = z.infer<typeof storedSettingsSchema>;
