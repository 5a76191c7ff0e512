import { z } from 'zod';

const servicePlanId = z.string().regex(/^[\w-]{1,64}$/, 'letters, digits, - and _ only');

// Hosts that go with a service plan and its token.
const region = z.enum(['us', 'eu', 'au', 'br', 'ca']);

// What follows the host is ours to add; a name and password in an address would end up in logs.
const baseUrl = z
  .url({ protocol: /^https?$/ })
  .refine((url) => !/[?#]|\/\/[^/]*@/.test(url), 'no name, password, query or fragment in the address');

/** Where a service plan lives: one of Sinch's regions, or a gateway that speaks the same format (`baseUrl` ends before `/xms`). */
export const sinchSettingsSchema = z.union([
  z.strictObject({ region, servicePlanId }),
  z.strictObject({ baseUrl, servicePlanId }),
]);
export type SinchSettings = z.infer<typeof sinchSettingsSchema>;

/** `callbackSecret`: set once Sinch has switched signed callbacks on for the account. */
export const sinchSecretsSchema = z.strictObject({
  // What a header can carry: anything else would come back inside an error of `fetch`.
  apiToken: z.string().regex(/^[\x21-\x7E]{1,512}$/, 'printable characters without spaces only'),
  callbackSecret: z.string().min(1).max(512).optional(),
});
export type SinchSecrets = z.infer<typeof sinchSecretsSchema>;
