import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/endpoint-router.ts';
import { changePolicy, createPolicy, deletePolicy, listPolicies } from './policies.ts';
import { changeMessageSettings, readMessageSettings } from './service.ts';

type SettingsEndpoint =
  | 'getMessageSettings'
  | 'changeMessageSettings'
  | 'listFrequencyPolicies'
  | 'createFrequencyPolicy'
  | 'changeFrequencyPolicy'
  | 'deleteFrequencyPolicy';

export const messageSettingsHandlers = (context: AppContext): Pick<Handlers, SettingsEndpoint> => ({
  getMessageSettings: ({ params }) => readMessageSettings(context.database.pool, params.projectId),
  changeMessageSettings: ({ params, body, caller }) =>
    changeMessageSettings(context, params.projectId, {
      senders: body.senders,
      defaults: body.defaults,
      userId: caller.userId,
    }),
  listFrequencyPolicies: async ({ params }) => ({
    policies: await listPolicies(context.database.pool, params.projectId),
  }),
  createFrequencyPolicy: ({ params, body, caller }) =>
    createPolicy(context, params.projectId, { ...body, userId: caller.userId }),
  changeFrequencyPolicy: ({ params, body, caller }) =>
    changePolicy(context, params, { name: body.name, rules: body.rules, userId: caller.userId }),
  deleteFrequencyPolicy: async ({ params, caller }) => {
    await deletePolicy(context, params, caller);
    return undefined;
  },
});
