import { z } from 'zod';

/** What is stored of an integration beside its secrets, as the settings page reads it: whichever provider it is of. */
export const managedSettingsSchema = z.object({
  isBuiltIn: z.boolean().default(false),
  provider: z.record(z.string(), z.unknown()),
  connectedAt: z.iso.datetime().optional(),
  secretsSetAt: z.record(z.string(), z.string()).default({}),
});
export type ManagedSettings = z.infer<typeof managedSettingsSchema>;

export const isBuiltIn = ({ settings }: { readonly settings: unknown }): boolean =>
  managedSettingsSchema.parse(settings).isBuiltIn;

/** As fields show it. */
export const fieldsOf = ({ provider }: ManagedSettings): Record<string, string> =>
  Object.fromEntries(
    Object.entries(provider).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  );
