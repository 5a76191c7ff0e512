import {
  openProvider,
  providerIdSchema,
  providers,
  type Fetch,
  type OpenProvider,
  type ProviderConnection,
} from '@curlew/providers';
import type { Project } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { StartProblem } from '../../start-problem.ts';
import { operatorFetch } from './operator-fetch.ts';
import { secretPurpose } from './secret-purpose.ts';
import { forgetTrouble } from './circuit-store.ts';
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
  readonly provider: OpenProvider;
  /** What its operator is called with. An address that a person typed leads to no private network. */
  readonly fetch: Fetch;
  /** Messages or parts, over all workers. */
  readonly ratePerSecond: number;
  /** Nobody calls the operator before then; null: it may be called. */
  readonly heldUntil: Date | null;
  readonly isInTrouble: boolean;
  /** What waits is handed to this one while nobody calls its operator; null: it waits. */
  readonly fallbackIntegrationId: string | null;
  /** Since when it is called where it is now; null: since ever. */
  readonly connectedAt: Date | null;
}

const openRow = (
  { secretBox, config }: Pick<AppContext, 'secretBox' | 'config'>,
  row: IntegrationRow,
): OpenIntegration => {
  const secrets: unknown = JSON.parse(secretBox.open(row.secrets, secretPurpose(row.id)));
  const stored = storedSettingsSchema.parse(row.settings);
  return {
    id: row.id,
    projectId: row.projectId,
    name: row.name,
    ratePerSecond: row.ratePerSecond,
    heldUntil: row.heldUntil,
    isInTrouble: row.isInTrouble,
    fallbackIntegrationId: row.fallbackIntegrationId,
    provider: openProvider(providerIdSchema.parse(row.provider), { settings: stored.provider, secrets }),
    fetch: operatorFetch({ config }, stored),
    connectedAt: stored.connectedAt === undefined ? null : new Date(stored.connectedAt),
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

export { noteOutcome } from './circuit.ts';
export { noteReports } from './report-store.ts';
export {
  dropProbe,
  readHeldIntegrations,
  readStanding,
  takeProbe,
  type HeldIntegration,
} from './circuit-store.ts';
export { holdFallback } from './fallback-store.ts';
// For changes of what belongs to an integration.
export { hasIntegrationRow as hasIntegration } from './store.ts';
// For those who write messages, or start what does.
export { holdIntegrations, holdIntegrationsOf } from './hold-integrations.ts';

const carrierPlan = 'demo';
// The carrier runs beside the server and takes what it is given; a real operator agrees on a rate.
const builtInRate = 5_000;

/** What is stored to reach an operator. */
const sealConnection = (
  { secretBox }: Pick<AppContext, 'secretBox'>,
  integrationId: string,
  { settings, secrets, isBuiltIn = false }: ProviderConnection & { readonly isBuiltIn?: boolean },
) => ({
  settings: { isBuiltIn, provider: settings } satisfies StoredSettings,
  secrets: secretBox.seal(JSON.stringify(secrets), secretPurpose(integrationId)),
});

interface IntegrationDraft {
  readonly projectId: string;
  readonly name: string;
  readonly isDefault: boolean;
  /** Messages per second, over all workers. */
  readonly ratePerSecond: number;
  readonly isBuiltIn?: boolean;
}

/** Gives a project an integration, and returns its id. */
export const addIntegration = async (
  context: AppContext,
  { projectId, name, isDefault, ratePerSecond, isBuiltIn = false }: IntegrationDraft,
  connection: ProviderConnection,
): Promise<string> => {
  const id = newId();
  await insertIntegration(context.database, {
    id,
    projectId,
    name,
    provider: connection.provider,
    isDefault,
    ratePerSecond,
    ...sealConnection(context, id, { ...connection, isBuiltIn }),
  });
  return id;
};

const carrierConnection = (carrier: { url: string; token: string }) => ({
  provider: 'sinch' as const,
  settings: providers.sinch.settingsSchema.parse({ baseUrl: carrier.url, servicePlanId: carrierPlan }),
  secrets: { apiToken: carrier.token },
});

/** What is stored to reach the built-in carrier. */
export const builtInConnection = (
  context: Pick<AppContext, 'secretBox'>,
  carrier: { url: string; token: string },
  integrationId: string,
) => sealConnection(context, integrationId, { ...carrierConnection(carrier), isBuiltIn: true });

/** Gives a project the built-in carrier as its default integration. */
export const addBuiltInCarrier = async (
  context: AppContext,
  projectId: string,
  carrier: { url: string; token: string },
): Promise<void> => {
  const draft = { projectId, name: 'Built-in carrier', isDefault: true, ratePerSecond: builtInRate };
  await addIntegration(context, { ...draft, isBuiltIn: true }, carrierConnection(carrier));
};

/** The carrier may listen elsewhere, with another token, after each start: its integrations follow. */
export const followBuiltInCarrier = async (context: AppContext): Promise<void> => {
  const { carrier } = context.config;
  if (!carrier) return;
  const rows = await readBuiltInIntegrations(context.database);
  for (const row of rows) {
    await updateConnection(context.database, { id: row.id, ...builtInConnection(context, carrier, row.id) });
    await forgetTrouble(context.database.pool, row.id);
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

/** How many of the first of these messages, given by their parts, may leave now; see the store for the bucket. */
export const takeSendingTokens = (
  context: AppContext,
  integrationId: string,
  asked: { readonly parts: readonly number[]; readonly isUrgent: boolean },
): Promise<number> => takeTokens(context.database, integrationId, asked);
