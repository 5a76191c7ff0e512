import type { Provider, ProviderId } from './provider.ts';
import { sinch } from './sinch/sinch.ts';
import type { SinchSecrets, SinchSettings } from './sinch/settings.ts';

interface ProviderKinds {
  readonly sinch: Provider<SinchSettings, SinchSecrets>;
}

/** Every operator there is an adapter for; one that is missing does not compile. */
export const providers: { readonly [Id in ProviderId]: ProviderKinds[Id] } = { sinch };
