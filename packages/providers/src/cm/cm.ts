import type { Provider } from '../provider.ts';
import { checkCmConnection } from './check-connection.ts';
import { planCmBatches } from './plan-batches.ts';
import { readCmCallback } from './read-callback.ts';
import { sendCmBatch } from './send.ts';
import { cmSecretsSchema, cmSettingsSchema, type CmSecrets, type CmSettings } from './settings.ts';

/** CM.com's Business Messaging API (`/v1.0/message`, JSON), with a product token. */
export const cm: Provider<CmSettings, CmSecrets> = {
  id: 'cm',
  title: 'CM.com',
  settingsSchema: cmSettingsSchema,
  secretsSchema: cmSecretsSchema,
  planBatches: planCmBatches,
  send: sendCmBatch,
  // docs/decisions/0022-cm-is-not-asked.md
  findBatch: async () => ({
    kind: 'unknown',
    error: 'CM cannot be asked for a request; its reports will tell',
  }),
  checkConnection: checkCmConnection,
  // CM signs nothing: the secret in the address is all there is.
  verifyCallback: async () => ({ ok: true, replayKey: null }),
  // Anything but 200 is repeated, a status for a week and a text that came in for a month.
  callbacks: { unreadable: 200, takesForms: true },
  readCallback: readCmCallback,
};
