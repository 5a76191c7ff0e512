import type { AppContext } from '../../app-context.ts';
import { ApiFailure, notFound } from '../../http/api-failure.ts';
import { audit } from '../audit/service.ts';
import { takeRow } from './hold-store.ts';
import { describeUse } from './integration-use.ts';
import {
  deleteIntegrationRows,
  lockIntegrationsOf,
  readManagedRow,
  type IntegrationOf,
} from './manage-store.ts';

/**
 * Deletes an integration with its secrets and prices. Drafts that name it say so in their problems. Refused while messages are
 * on their way through it, and while something that runs sends by it: those who write messages or start scenarios hold it
 * (hold-integrations.ts), so that none comes in between.
 */
export const deleteIntegration = (
  { database }: Pick<AppContext, 'database'>,
  which: IntegrationOf,
  { userId }: { userId: string },
): Promise<void> =>
  database.transaction(async (connection) => {
    await lockIntegrationsOf(connection, which.projectId);
    if (!(await takeRow(connection, which))) throw notFound('integration');
    const row = await readManagedRow(connection, which);
    const { refusal, scenarioCount } = await describeUse(connection, which);
    if (refusal !== null) throw new ApiFailure('bad_request', refusal);
    await deleteIntegrationRows(connection, which);
    await audit(connection, {
      projectId: which.projectId,
      userId,
      action: 'integration.delete',
      subjectId: which.integrationId,
      detail: { name: row?.name, provider: row?.provider, scenarioCount },
    });
  });
