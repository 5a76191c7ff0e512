import { z } from 'zod';
import { baseUrlSchema } from '../base-url.ts';
import { tokenSchema } from '../token.ts';

const servicePlanId = z.string().regex(/^[\w-]{1,64}$/, 'letters, digits, - and _ only');

// Hosts that go with a service plan and its token.
const region = z.enum(['us', 'eu', 'au', 'br', 'ca']);

/** Where a service plan lives: one of Sinch's regions, or a gateway that speaks the same format (`baseUrl` ends before `/xms`). */
export const sinchSettingsSchema = z.union([
  z.strictObject({ region, servicePlanId }),
  z.strictObject({ baseUrl: baseUrlSchema, servicePlanId }),
]);
export type SinchSettings = z.infer<typeof sinchSettingsSchema>;

/** `callbackSecret`: set once Sinch has switched signed callbacks on for the account. */
export const sinchSecretsSchema = z.strictObject({
  apiToken: tokenSchema,
  callbackSecret: z.string().min(1).max(512).optional(),
});
export type SinchSecrets = z.infer<typeof sinchSecretsSchema>;
