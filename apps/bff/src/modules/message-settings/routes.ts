import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/endpoint-router.ts';
import { changeMessageSettings, readMessageSettings } from './service.ts';

export const messageSettingsHandlers = (
  context: AppContext,
): Pick<Handlers, 'getMessageSettings' | 'changeMessageSettings'> => ({
  getMessageSettings: ({ params }) => readMessageSettings(context.database.pool, params.projectId),
  changeMessageSettings: ({ params, body, caller }) =>
    changeMessageSettings(context, params.projectId, {
      senders: body.senders,
      defaults: body.defaults,
      userId: caller.userId,
    }),
});
