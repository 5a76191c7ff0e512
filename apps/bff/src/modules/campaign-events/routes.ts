import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/endpoint-router.ts';
import { describeEventNames, renameEvents } from './service.ts';

export const campaignEventHandlers = (
  context: AppContext,
): Pick<Handlers, 'getCampaignEventNames' | 'renameCampaignEvents'> => ({
  getCampaignEventNames: ({ params }) => describeEventNames(context.database.pool, params.projectId),
  renameCampaignEvents: ({ params, body, caller }) =>
    renameEvents(context, params.projectId, { name: body.name, userId: caller.userId }),
});
