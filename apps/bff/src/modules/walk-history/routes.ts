import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/endpoint-router.ts';
import { getWalk } from './get-walk.ts';
import { listCustomerWalks } from './list-customer-walks.ts';
import { listRunWalks } from './list-run-walks.ts';

export const walkHistoryHandlers = (
  context: AppContext,
): Pick<Handlers, 'listRunWalks' | 'getWalk' | 'listCustomerWalks'> => ({
  listRunWalks: ({ params, query }) => listRunWalks(context, params, query),
  getWalk: ({ params }) => getWalk(context, params),
  listCustomerWalks: ({ params, query }) => listCustomerWalks(context, params, query),
});
