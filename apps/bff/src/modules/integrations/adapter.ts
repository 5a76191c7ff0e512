import { providers } from '@curlew/providers';
import type { IntegrationProvider } from '@curlew/contract';
import type { z } from 'zod';

/** What the settings page needs of an operator's adapter, whichever it is: what it takes is known when its schemas have read it. */
export interface Adapter {
  readonly id: IntegrationProvider;
  readonly title: string;
  readonly settingsSchema: z.ZodType;
  readonly secretsSchema: z.ZodType;
}

const adapters: readonly Adapter[] = Object.values(providers);

/** The operators that this server can send through. */
export const adapterIds: readonly IntegrationProvider[] = adapters.map(({ id }) => id);

/** Null for an operator that this server has no adapter for. */
export const findAdapter = (provider: string): Adapter | null =>
  adapters.find(({ id }) => id === provider) ?? null;
