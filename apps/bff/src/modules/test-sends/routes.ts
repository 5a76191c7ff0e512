import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/endpoint-router.ts';
import { listTests, sendTest } from './service.ts';

export const testSendHandlers = (context: AppContext): Pick<Handlers, 'sendTest' | 'listTests'> => ({
  sendTest: ({ params, body, caller }) => sendTest(context, { ...body, ...params, userId: caller.userId }),
  listTests: ({ params }) => listTests(context, params),
});
