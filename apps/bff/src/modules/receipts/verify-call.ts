import type { CallbackCheck, IncomingCall } from '@curlew/providers';
import type { AppContext } from '../../app-context.ts';
import type { OpenIntegration } from '../integrations/service.ts';
import type { KnownIntegrations } from './known-integrations.ts';

interface Ground {
  readonly context: Pick<AppContext, 'now'>;
  readonly integrations: KnownIntegrations;
}

interface Called extends Pick<IncomingCall<unknown>, 'rawBody' | 'headers'> {
  /** Of the integration. */
  readonly id: string;
}

interface Verified {
  readonly integration: OpenIntegration;
  readonly check: CallbackCheck;
}

/**
 * Who is called, and whether by their operator; null: nobody. A call is refused for good only by what the integration is now: an owner
 * may have changed it a moment ago, through another process too.
 */
export const verifyCall = async (
  { context, integrations }: Ground,
  { id, rawBody, headers }: Called,
): Promise<Verified | null> => {
  const now = (): number => context.now().getTime();
  const by = async (integration: OpenIntegration | null): Promise<Verified | null> =>
    integration && {
      integration,
      check: await integration.provider.verifyCallback({ rawBody, headers, now }),
    };
  const first = await by(await integrations.find(id));
  if (first && (first.check.ok || first.check.reason === 'outside_time_window')) return first;
  return by(await integrations.findAgain(id));
};
