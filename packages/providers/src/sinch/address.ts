import type { CallContext } from '../provider.ts';
import type { SinchSecrets, SinchSettings } from './settings.ts';

export type SinchContext = CallContext<SinchSettings, SinchSecrets>;

/** The address of a plan's batches. */
export function sinchBatchesUrl(settings: SinchSettings): string {
  const host = 'region' in settings ? `https://${settings.region}.sms.api.sinch.com` : settings.baseUrl;
  return `${host.replace(/\/+$/, '')}/xms/v1/${encodeURIComponent(settings.servicePlanId)}/batches`;
}

/** Service-plan authentication, the one that goes with the regional hosts. */
export function sinchHeaders({ apiToken }: SinchSecrets): Readonly<Record<string, string>> {
  return { Authorization: `Bearer ${apiToken}`, Accept: 'application/json' };
}
