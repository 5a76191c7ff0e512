import type { z } from 'zod';
import { cm } from './cm/cm.ts';
import type { CmSecrets, CmSettings } from './cm/settings.ts';
import type { Provider, ProviderId } from './provider.ts';
import { sinch } from './sinch/sinch.ts';
import type { SinchSecrets, SinchSettings } from './sinch/settings.ts';
import type { WebhookSecrets, WebhookSettings } from './webhook/settings.ts';
import { webhook } from './webhook/webhook.ts';

interface ProviderKinds {
  readonly sinch: Provider<SinchSettings, SinchSecrets>;
  readonly cm: Provider<CmSettings, CmSecrets>;
  readonly webhook: Provider<WebhookSettings, WebhookSecrets>;
}

/** Every operator there is an adapter for; one that is missing does not compile. */
export const providers: { readonly [Id in ProviderId]: ProviderKinds[Id] } = { sinch, cm, webhook };

/** What it takes to reach an operator, by its id. */
export type ProviderConnection = {
  readonly [Id in ProviderId]: {
    readonly provider: Id;
    readonly settings: z.output<ProviderKinds[Id]['settingsSchema']>;
    readonly secrets: z.output<ProviderKinds[Id]['secretsSchema']>;
  };
}[ProviderId];
