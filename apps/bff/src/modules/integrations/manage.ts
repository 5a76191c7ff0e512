import { isDeepStrictEqual } from 'node:util';
import type { BodyOf, endpoints, Integration, ReplyOf } from '@curlew/contract';
import type { PoolClient } from 'pg';
import { z } from 'zod';
import type { AppContext } from '../../app-context.ts';
import { ApiFailure, notFound } from '../../http/api-failure.ts';
import { newId } from '../../new-id.ts';
import { audit } from '../audit/service.ts';
import { forgetTrouble } from './circuit-store.ts';
import { hurryMessages } from './hurry-messages.ts';
import { adapterIds, findAdapter, type Adapter } from './adapter.ts';
import { describeIntegration } from './describe-integration.ts';
import {
  hasIntegrationNamed,
  insertManagedRow,
  lockIntegrationsOf,
  readManagedRow,
  readManagedRows,
  updateDefault,
  updateManagedRow,
  type IntegrationOf,
  type ManagedRow,
} from './manage-store.ts';
import { fieldsOf, isBuiltIn, managedSettingsSchema } from './managed-settings.ts';
import { readConnection, refuseFields, type Connection } from './read-connection.ts';
import { refuseFallback } from './refuse-fallback.ts';
import { secretPurpose } from './secret-purpose.ts';
import { builtInConnection } from './service.ts';

const secretsSchema = z.record(z.string(), z.unknown());

/** The integrations of a project, without secrets, and what else it may have. */
export const listManagedIntegrations = async (
  context: AppContext,
  projectId: string,
  { mayChange }: { mayChange: boolean },
): Promise<ReplyOf<typeof endpoints.listIntegrations>> => {
  const rows = await readManagedRows(context.database.pool, projectId);
  const mayHaveCarrier = context.config.carrier !== undefined && !rows.some(isBuiltIn);
  return {
    integrations: rows.map((row) => describeIntegration(context, row, { mayChange })),
    available: [...adapterIds, ...(mayHaveCarrier ? (['built_in'] as const) : [])],
  };
};

const refuseTaken = async (connection: PoolClient, which: IntegrationOf, name: string): Promise<void> => {
  if (!(await hasIntegrationNamed(connection, which, name))) return;
  refuseFields([{ path: 'name', message: `There is a provider “${name}” already: choose another name` }]);
};

const sealed = ({ secretBox }: AppContext, integrationId: string, secrets: Connection['secrets']) =>
  secretBox.seal(JSON.stringify(secrets), secretPurpose(integrationId));

const adapterOf = (provider: string): Adapter => {
  const adapter = findAdapter(provider);
  if (!adapter)
    throw new ApiFailure('bad_request', 'This server cannot send through that operator: choose another.');
  return adapter;
};

type New = BodyOf<typeof endpoints.createIntegration>;

/** What a new row holds beside its name and rate. */
const connectionOf = (
  context: AppContext,
  body: New,
  { id, rows }: { id: string; rows: readonly ManagedRow[] },
) => {
  if (body.provider !== 'built_in') {
    const typed = { settings: body.settings, secrets: body.secrets };
    const { settings, secrets } = readConnection(adapterOf(body.provider), null, {
      typed,
      at: context.now(),
    });
    return {
      provider: body.provider,
      settings,
      secrets: sealed(context, id, secrets),
      names: Object.keys(secrets),
    };
  }
  const { carrier } = context.config;
  if (!carrier)
    throw new ApiFailure('bad_request', 'No carrier runs beside this server: choose an operator.');
  if (rows.some(isBuiltIn))
    throw new ApiFailure('bad_request', 'The project has the built-in carrier already: one is all there is.');
  return { provider: 'sinch', ...builtInConnection(context, carrier, id), names: [] };
};

const after = async (
  context: AppContext,
  connection: PoolClient,
  which: IntegrationOf,
): Promise<Integration> => {
  const row = await readManagedRow(connection, which);
  if (!row) throw new Error(`integration ${which.integrationId} is not there after it was changed`);
  return describeIntegration(context, row, { mayChange: true });
};

/** The first one of a project becomes its default. */
export const createIntegration = (
  context: AppContext,
  projectId: string,
  { body, userId }: { body: New; userId: string },
): Promise<Integration> =>
  context.database.transaction(async (connection) => {
    const which = { projectId, integrationId: newId() };
    await lockIntegrationsOf(connection, projectId);
    await refuseTaken(connection, which, body.name);
    const rows = await readManagedRows(connection, projectId);
    const { name, ratePerSecond, rateUnit, fallbackIntegrationId } = body;
    const made = connectionOf(context, body, { id: which.integrationId, rows });
    const isDefault = !rows.some((row) => row.isDefault);
    const { provider, settings, names } = made;
    refuseFallback({ ...which, isBuiltIn: settings.isBuiltIn, fallbackIntegrationId }, rows);
    const values = { name, ratePerSecond, rateUnit, fallbackIntegrationId };
    await insertManagedRow(connection, which, { ...made, ...values, isDefault });
    await audit(connection, {
      projectId,
      userId,
      action: 'integration.create',
      subjectId: which.integrationId,
      detail: {
        ...values,
        provider,
        isDefault,
        isBuiltIn: settings.isBuiltIn,
        settings: fieldsOf({ secretsSetAt: {}, ...settings }),
        secrets: names,
      },
    });
    return after(context, connection, which);
  });

type Change = BodyOf<typeof endpoints.changeIntegration>;

const changedConnection = (
  context: AppContext,
  row: ManagedRow,
  { settings, secrets }: Change,
): Connection => {
  const stored: Connection = {
    settings: managedSettingsSchema.parse(row.settings),
    secrets: secretsSchema.parse(JSON.parse(context.secretBox.open(row.secrets, secretPurpose(row.id)))),
  };
  if (settings === undefined && secrets === undefined) return stored;
  if (stored.settings.isBuiltIn)
    throw new ApiFailure(
      'bad_request',
      'The built-in carrier is connected by the server: it has nothing to set here.',
    );
  const typed = { settings: settings ?? fieldsOf(stored.settings), secrets: secrets ?? {} };
  return readConnection(adapterOf(row.provider), stored, { typed, at: context.now() });
};

const secretChanges = (before: Connection['secrets'], later: Connection['secrets']) => ({
  replacedSecrets: Object.keys(later).filter((name) => !isDeepStrictEqual(before[name], later[name])),
  removedSecrets: Object.keys(before).filter((name) => later[name] === undefined),
});

/** Changes what is given and leaves the rest. What changes nothing is not written to the log. */
export const changeIntegration = (
  context: AppContext,
  which: IntegrationOf,
  { body, userId }: { body: Change; userId: string },
): Promise<Integration> =>
  context.database.transaction(async (connection) => {
    await lockIntegrationsOf(connection, which.projectId);
    const row = await readManagedRow(connection, which);
    if (!row) throw notFound('integration');
    const name = body.name ?? row.name;
    await refuseTaken(connection, which, name);
    const before = changedConnection(context, row, {});
    const later = changedConnection(context, row, body);
    const { ratePerSecond = row.ratePerSecond, rateUnit = row.rateUnit } = body;
    const { fallbackIntegrationId = row.fallbackIntegrationId } = body;
    const chosen = { ...which, isBuiltIn: isBuiltIn(row), fallbackIntegrationId };
    refuseFallback(chosen, await readManagedRows(connection, which.projectId));
    const values = { name, ratePerSecond, rateUnit, fallbackIntegrationId };
    const settings = { ...(row.settings as object), ...later.settings };
    const secrets = sealed(context, row.id, later.secrets);
    await updateManagedRow(connection, which, { ...values, settings, secrets });
    if (body.isDefault && !row.isDefault) await updateDefault(connection, which);
    const seen = (connected: Connection, values: object) => ({
      ...values,
      settings: fieldsOf(connected.settings),
    });
    const detail = {
      before: seen(before, {
        name: row.name,
        ratePerSecond: row.ratePerSecond,
        rateUnit: row.rateUnit,
        fallbackIntegrationId: row.fallbackIntegrationId,
        isDefault: row.isDefault,
      }),
      after: seen(later, { ...values, isDefault: row.isDefault || body.isDefault === true }),
      ...secretChanges(before.secrets, later.secrets),
    };
    const isConnectedAlike =
      isDeepStrictEqual(detail.before.settings, detail.after.settings) &&
      detail.replacedSecrets.length + detail.removedSecrets.length === 0;
    // What went wrong went wrong with what was there before.
    if (!isConnectedAlike) await forgetTrouble(connection, row.id);
    // Another may take over at once what waits, and a mended account what it kept.
    if (!isConnectedAlike || fallbackIntegrationId !== row.fallbackIntegrationId)
      await hurryMessages(context, connection, row.id);
    if (!isConnectedAlike || !isDeepStrictEqual(detail.before, detail.after)) {
      const { projectId, integrationId: subjectId } = which;
      await audit(connection, { projectId, userId, action: 'integration.change', subjectId, detail });
    }
    return after(context, connection, which);
  });
