import { z } from 'zod';
import { baseUrlSchema } from '../base-url.ts';
import { tokenSchema } from '../token.ts';

/** Where a CM account is called; without a `baseUrl` CM's own gateway. `baseUrl` ends before `/v1.0`. */
export const cmSettingsSchema = z.strictObject({
  baseUrl: baseUrlSchema.optional(),
  /** What CM's reports can be grouped by. */
  customGrouping: z
    .string()
    .regex(/^[^\p{C}]{1,100}$/u, '1 to 100 printable characters')
    .optional(),
});
export type CmSettings = z.infer<typeof cmSettingsSchema>;

/** CM signs no callbacks: only the secret in their address protects them. */
export const cmSecretsSchema = z.strictObject({ productToken: tokenSchema });
export type CmSecrets = z.infer<typeof cmSecretsSchema>;
