import type { ConnectionCheck } from '@curlew/contract';
import { openProvider } from '@curlew/providers';
import type { AppContext } from '../../app-context.ts';
import { ApiFailure, notFound } from '../../http/api-failure.ts';
import { audit, countAudited, noteInAudit } from '../audit/service.ts';
import { checkAction } from './check-action.ts';
import { forgetTrouble } from './circuit-store.ts';
import { hurryMessages } from './hurry-messages.ts';
import { findAdapter } from './adapter.ts';
import { lockChecks, readManagedRow, type IntegrationOf } from './manage-store.ts';
import { managedSettingsSchema } from './managed-settings.ts';
import { operatorFetch } from './operator-fetch.ts';
import { secretPurpose } from './secret-purpose.ts';

const checksPerMinute = 30;
// Somebody sits before it.
const timeoutMs = 10_000;

/** The log is what checks are counted by: it is the same for all servers. Returns the id of the entry. */
const admit = ({ database, now }: AppContext, { projectId, integrationId }: IntegrationOf, userId: string) =>
  database.transaction(async (connection): Promise<string> => {
    await lockChecks(connection, projectId);
    const since = new Date(now().getTime() - 60_000);
    if ((await countAudited(connection, { projectId, action: checkAction, since })) >= checksPerMinute)
      throw new ApiFailure(
        'too_many_requests',
        'Connections are checked at most 30 times a minute: wait a moment.',
      );
    return audit(connection, { projectId, userId, action: checkAction, subjectId: integrationId });
  });

// It speaks as Sinch does, which is nothing to whoever tries things with it.
const ofCarrier = ({ ok }: ConnectionCheck): ConnectionCheck => ({
  ok,
  said: ok
    ? 'The built-in carrier answers. Nothing was sent.'
    : 'The built-in carrier does not answer as it should: ask whoever runs the server whether it runs.',
});

/**
 * Asks the operator whether what is stored is right, with a request that sends nothing. Where it is, the operator is left alone no
 * longer.
 */
export const checkConnection = async (
  context: AppContext,
  which: IntegrationOf,
  { userId }: { userId: string },
): Promise<ConnectionCheck> => {
  const row = await readManagedRow(context.database.pool, which);
  if (!row) throw notFound('integration');
  const adapter = findAdapter(row.provider);
  if (!adapter) throw new Error(`integration ${row.id} is of “${row.provider}”, which has no adapter`);
  const { provider, isBuiltIn } = managedSettingsSchema.parse(row.settings);
  const secrets: unknown = JSON.parse(context.secretBox.open(row.secrets, secretPurpose(row.id)));
  const entryId = await admit(context, which, userId);
  const { checkConnection: ask } = openProvider(adapter.id, { settings: provider, secrets });
  const now = (): number => context.now().getTime();
  const answered = await ask({ fetch: operatorFetch(context, { isBuiltIn }), now, timeoutMs });
  const check = isBuiltIn ? ofCarrier(answered) : answered;
  await noteInAudit(context.database.pool, { projectId: which.projectId, entryId }, { isOk: check.ok });
  if (check.ok) {
    await forgetTrouble(context.database.pool, row.id);
    await hurryMessages(context, context.database.pool, row.id);
  }
  return check;
};
