import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/endpoint-router.ts';
import { resolveName } from '../../http/outbound/outbound-rules.ts';
import { tryWebhook } from './try-webhook.ts';

export const webhookHandlers = (context: AppContext): Pick<Handlers, 'tryWebhook'> => {
  const rules = { allowed: context.config.webhookAllow, resolve: resolveName };
  return {
    tryWebhook: ({ params, body, caller }) =>
      tryWebhook(context, rules, { ...body, projectId: params.projectId, userId: caller.userId }),
  };
};
