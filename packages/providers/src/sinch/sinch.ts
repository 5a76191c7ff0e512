import type { Provider } from '../provider.ts';
import { checkSinchConnection } from './check-connection.ts';
import { findSinchBatch } from './find-batch.ts';
import { planSinchBatches } from './plan-batches.ts';
import { readSinchCallback } from './read-callback.ts';
import { sendSinchBatch } from './send.ts';
import {
  sinchSecretsSchema,
  sinchSettingsSchema,
  type SinchSecrets,
  type SinchSettings,
} from './settings.ts';
import { verifySinchCallback } from './verify-callback.ts';

/** The Sinch SMS REST API (`/xms/v1`), with a service plan and its token. */
export const sinch: Provider<SinchSettings, SinchSecrets> = {
  id: 'sinch',
  title: 'Sinch',
  settingsSchema: sinchSettingsSchema,
  secretsSchema: sinchSecretsSchema,
  planBatches: planSinchBatches,
  send: sendSinchBatch,
  findBatch: findSinchBatch,
  checkConnection: checkSinchConnection,
  verifyCallback: verifySinchCallback,
  readCallback: readSinchCallback,
};
