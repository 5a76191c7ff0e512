import type { Fetch } from '@curlew/providers';
import type { AppContext } from '../../app-context.ts';
import { createGuardedFetch } from '../../http/outbound/guarded-fetch.ts';
import { resolveName, targetOf } from '../../http/outbound/outbound-rules.ts';

const guarded = new WeakMap<AppContext['config'], Fetch>();

const guardedFetch = (config: AppContext['config']): Fetch => {
  const known = guarded.get(config);
  if (known) return known;
  const { carrier, webhookAllow } = config;
  const allowed = new Set([...webhookAllow, ...(carrier ? [targetOf(new URL(carrier.url))] : [])]);
  const made = createGuardedFetch({ allowed, resolve: resolveName });
  guarded.set(config, made);
  return made;
};

/**
 * What an integration's operator is called with. An address that an owner typed leads to the public internet, to the carrier
 * beside the server, or to what whoever runs the server allows, and nowhere else; the carrier's own is the server's choice.
 */
export const operatorFetch = (
  { config }: Pick<AppContext, 'config'>,
  { isBuiltIn }: { readonly isBuiltIn: boolean },
): Fetch => (isBuiltIn ? fetch : guardedFetch(config));
