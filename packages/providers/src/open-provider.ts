import { z } from 'zod';
import type { ConnectionCheck } from './connection-check.ts';
import type {
  CallbackCheck,
  CallbackManners,
  CallContext,
  FindOutcome,
  IncomingCall,
  OutboundBatch,
  OutboundMessage,
  Provider,
  ProviderId,
  SendContext,
} from './provider.ts';
import { providers } from './providers.ts';
import type { CallbackReading } from './receipt.ts';
import type { SendOutcome } from './send-outcome.ts';

type Closed = 'settings' | 'secrets';

/** An adapter with the settings and secrets of one account inside: the same for the caller, whichever operator it is. */
export interface OpenProvider {
  readonly id: ProviderId;
  readonly title: string;
  readonly planBatches: (messages: readonly OutboundMessage[]) => readonly OutboundBatch[];
  readonly send: (
    batch: OutboundBatch,
    context: Omit<SendContext<unknown, unknown>, Closed>,
  ) => Promise<SendOutcome>;
  readonly findBatch: (
    reference: string,
    context: Omit<CallContext<unknown, unknown>, Closed>,
  ) => Promise<FindOutcome>;
  readonly checkConnection: (
    context: Omit<CallContext<unknown, unknown>, Closed>,
  ) => Promise<ConnectionCheck>;
  readonly verifyCallback: (call: Omit<IncomingCall<unknown>, Closed>) => Promise<CallbackCheck>;
  readonly callbacks: CallbackManners;
  readonly readCallback: (body: unknown) => CallbackReading;
}

/** As it was stored: nothing of it is known yet. */
interface StoredConnection {
  readonly settings: unknown;
  readonly secrets: unknown;
}

function close<Settings, Secrets>(
  provider: Provider<Settings, Secrets>,
  stored: StoredConnection,
): OpenProvider {
  const settings = provider.settingsSchema.parse(stored.settings);
  const secrets = provider.secretsSchema.parse(stored.secrets);
  return {
    id: provider.id,
    title: provider.title,
    planBatches: provider.planBatches,
    send: (batch, context) => provider.send(batch, { ...context, settings, secrets }),
    findBatch: (reference, context) => provider.findBatch(reference, { ...context, settings, secrets }),
    checkConnection: (context) => provider.checkConnection({ ...context, settings, secrets }),
    verifyCallback: (call) => provider.verifyCallback({ ...call, secrets }),
    callbacks: provider.callbacks,
    readCallback: provider.readCallback,
  };
}

const openers: { readonly [Id in ProviderId]: (stored: StoredConnection) => OpenProvider } = {
  sinch: (stored) => close(providers.sinch, stored),
  cm: (stored) => close(providers.cm, stored),
  webhook: (stored) => close(providers.webhook, stored),
};

/** Which operators there are, for what was stored. */
export const providerIdSchema = z.enum(['sinch', 'cm', 'webhook']) satisfies z.ZodType<ProviderId>;

/** Opens the adapter of an account. Throws when the settings or secrets are not of this operator. */
export function openProvider(id: ProviderId, stored: StoredConnection): OpenProvider {
  return openers[id](stored);
}
