import { providers } from '@curlew/providers';
import type { Project } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { StartProblem } from '../../start-problem.ts';
import { secretPurpose } from './secret-purpose.ts';
import { storedSettingsSchema, type StoredSettings } from './settings.ts';
import {
  insertIntegration,
  readAnyIntegration,
  readBuiltInIntegrations,
  readIntegration,
  readIntegrations,
  takeTokens,
  updateConnection,
  type IntegrationRow,
} from './store.ts';

/** An integration with its secrets opened: for the worker that calls the operator, never for a reply. */
export interface OpenIntegration {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  /** The carrier beside the server. */
  readonly isBuiltIn: boolean;
  readonly provider: typeof providers.sinch;
  readonly settings: StoredSettings['provider'];
  readonly secrets: ReturnType<typeof providers.sinch.secretsSchema.parse>;
}

const openRow = ({ secretBox }: Pick<AppContext, 'secretBox'>, row: IntegrationRow): OpenIntegration => {
  const { isBuiltIn, provider: settings } = storedSettingsSchema.parse(row.settings);
  const secrets: unknown = JSON.parse(secretBox.open(row.secrets, secretPurpose(row.id)));
  return {
    id: row.id,
    projectId: row.projectId,
    name: row.name,
    isBuiltIn,
    provider: providers.sinch,
    settings,
    secrets: providers.sinch.secretsSchema.parse(secrets),
  };
};

/** The integration of a job; null when it was deleted since. */
export const openIntegration = async (context: AppContext, id: string): Promise<OpenIntegration | null> => {
  const row = await readIntegration(context.database, id);
  return row ? openRow(context, row) : null;
};

export const listIntegrations = async (
  { database, config }: AppContext,
  projectId: string,
): Promise<Project['integrations']> => {
  const rows = await readIntegrations(database, projectId);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    provider: row.provider,
    isDefault: row.isDefault,
    phonesUrl: storedSettingsSchema.parse(row.settings).isBuiltIn ? (config.carrier?.url ?? null) : null,
  }));
};

// For changes of what belongs to an integration.
export { hasIntegrationRow as hasIntegration } from './store.ts';
// For those who write messages, or start what does.
export { holdIntegrations, holdIntegrationsOf } from './hold-integrations.ts';
export { operatorFetch } from './operator-fetch.ts';

const carrierPlan = 'demo';
// The carrier runs beside the server and takes what it is given; a real operator agrees on a rate.
const builtInRate = 5_000;

/** How the built-in carrier is connected: its settings, and its token, sealed. */
export const builtInConnection = (
  { secretBox }: AppContext,
  carrier: { url: string; token: string },
  integrationId: string,
) => ({
  settings: {
    isBuiltIn: true,
    provider: providers.sinch.settingsSchema.parse({ baseUrl: carrier.url, servicePlanId: carrierPlan }),
  } satisfies StoredSettings,
  secrets: secretBox.seal(JSON.stringify({ apiToken: carrier.token }), secretPurpose(integrationId)),
});

/** Gives a project the built-in carrier as its default integration. */
export const addBuiltInCarrier = async (
  context: AppContext,
  projectId: string,
  carrier: { url: string; token: string },
): Promise<void> => {
  const id = newId();
  await insertIntegration(context.database, {
    id,
    projectId,
    name: 'Built-in carrier',
    provider: 'sinch',
    isDefault: true,
    ratePerSecond: builtInRate,
    ...builtInConnection(context, carrier, id),
  });
};

/** The carrier may listen elsewhere, with another token, after each start: its integrations follow. */
export const followBuiltInCarrier = async (context: AppContext): Promise<void> => {
  const { carrier } = context.config;
  if (!carrier) return;
  const rows = await readBuiltInIntegrations(context.database);
  for (const row of rows) {
    await updateConnection(context.database, { id: row.id, ...builtInConnection(context, carrier, row.id) });
  }
};

/** Throws a StartProblem when secrets in the database were sealed with another key than this process has. */
export const checkSecrets = async (context: AppContext): Promise<void> => {
  const row = await readAnyIntegration(context.database);
  if (!row) return;
  try {
    openRow(context, row);
  } catch {
    throw new StartProblem(
      'The secrets in this database were sealed with another key: give every process the same CURLEW_SECRET, or the same CURLEW_DATA_DIR. After a change of the key, name the one before in CURLEW_SECRET_PREVIOUS.',
    );
  }
};

/** How many of `wanted` messages may leave now; see the store for the bucket. */
export const takeSendingTokens = (
  context: AppContext,
  integrationId: string,
  wanted: number,
): Promise<number> => takeTokens(context.database, integrationId, wanted);
