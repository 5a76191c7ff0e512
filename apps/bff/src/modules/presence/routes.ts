import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/endpoint-router.ts';
import { reportPresence } from './service.ts';

export const presenceHandlers = (context: AppContext): Pick<Handlers, 'reportPresence'> => ({
  reportPresence: ({ params, body, caller }) =>
    reportPresence(
      context,
      { ...params, userId: caller.userId, tabId: body.tabId },
      { userName: caller.name, nodeId: body.nodeId, isLeaving: body.isLeaving },
    ),
});
