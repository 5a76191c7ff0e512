import { z } from 'zod';
import { providers } from '@curlew/providers';

/** What is stored of an integration beside its secrets. `isBuiltIn`: the carrier that runs beside the server. */
export const storedSettingsSchema = z.object({
  isBuiltIn: z.boolean().default(false),
  provider: providers.sinch.settingsSchema,
});
export type StoredSettings = z.infer<typeof storedSettingsSchema>;
