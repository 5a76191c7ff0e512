import { mayActAs } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/endpoint-router.ts';
import { checkConnection } from './check-connection.ts';
import { deleteIntegration } from './delete-integration.ts';
import { describeUse } from './integration-use.ts';
import { changeIntegration, createIntegration, listManagedIntegrations } from './manage.ts';

type IntegrationEndpoint =
  | 'listIntegrations'
  | 'createIntegration'
  | 'changeIntegration'
  | 'deleteIntegration'
  | 'getIntegrationUse'
  | 'checkIntegration';

export const integrationHandlers = (context: AppContext): Pick<Handlers, IntegrationEndpoint> => ({
  listIntegrations: ({ params, role }) =>
    listManagedIntegrations(context, params.projectId, {
      mayChange: role !== null && mayActAs(role, 'owner'),
    }),
  createIntegration: ({ params, body, caller }) =>
    createIntegration(context, params.projectId, { body, userId: caller.userId }),
  changeIntegration: ({ params, body, caller }) =>
    changeIntegration(context, params, { body, userId: caller.userId }),
  deleteIntegration: async ({ params, caller }) => {
    await deleteIntegration(context, params, caller);
    return undefined;
  },
  getIntegrationUse: ({ params }) => describeUse(context.database.pool, params),
  checkIntegration: ({ params, caller }) => checkConnection(context, params, caller),
});
