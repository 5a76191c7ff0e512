export { providers } from './providers.ts';
export type { ConnectionCheck } from './connection-check.ts';
export type {
  CallbackCheck,
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
export type { SinchSecrets, SinchSettings } from './sinch/settings.ts';
