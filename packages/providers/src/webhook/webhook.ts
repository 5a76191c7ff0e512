import type { Provider } from '../provider.ts';
import { checkWebhookConnection } from './check-connection.ts';
import { readWebhookCallback } from './read-callback.ts';
import { planWebhookBatches, sendWebhookBatch } from './send.ts';
import {
  webhookSecretsSchema,
  webhookSettingsSchema,
  type WebhookSecrets,
  type WebhookSettings,
} from './settings.ts';
import { verifyWebhookCallback } from './verify-callback.ts';

/** Any gateway that takes signed webhooks (Standard Webhooks 1.0.0) in the form that the README describes. */
export const webhook: Provider<WebhookSettings, WebhookSecrets> = {
  id: 'webhook',
  title: 'Webhook',
  settingsSchema: webhookSettingsSchema,
  secretsSchema: webhookSecretsSchema,
  planBatches: planWebhookBatches,
  send: sendWebhookBatch,
  // Nothing to ask: the contract has one request. The receiver tells by `sms.status`.
  findBatch: async () => ({
    kind: 'unknown',
    error: 'the receiver cannot be asked for a message; its reports will tell',
  }),
  checkConnection: checkWebhookConnection,
  verifyCallback: verifyWebhookCallback,
  callbacks: { unreadable: 400, takesForms: false },
  readCallback: readWebhookCallback,
};
