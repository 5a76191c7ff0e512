export { openProvider, providerIdSchema, type OpenProvider } from './open-provider.ts';
export { providers, type ProviderConnection } from './providers.ts';
export type { ConnectionCheck } from './connection-check.ts';
export type { IncomingMessage } from './incoming.ts';
export type {
  CallbackCheck,
  CallbackManners,
  CallContext,
  Fetch,
  FindOutcome,
  IncomingCall,
  OutboundBatch,
  OutboundMessage,
  Provider,
  ProviderId,
  SendContext,
} from './provider.ts';
export type { CallbackReading, ReceiptStatus, ReceiptUpdate } from './receipt.ts';
export type { RefusedMessage, SendOutcome } from './send-outcome.ts';
