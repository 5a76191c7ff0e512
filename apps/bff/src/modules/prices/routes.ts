import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/endpoint-router.ts';
import { changePrices, listPrices } from './service.ts';

export const priceHandlers = (context: AppContext): Pick<Handlers, 'listPrices' | 'changePrices'> => ({
  listPrices: async ({ params }) => ({ prices: await listPrices(context, params) }),
  changePrices: async ({ params, body, caller }) => ({
    prices: await changePrices(context, params, { ...body, userId: caller.userId }),
  }),
});
