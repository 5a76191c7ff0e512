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
  // A report answered 4xx is dropped for good (SMS API, "Callbacks"), which is right for one that cannot be read.
  callbacks: { unreadable: 400, takesForms: false },
  readCallback: readSinchCallback,
};
