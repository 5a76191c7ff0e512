import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/endpoint-router.ts';
import { clearUnusableNumber } from './clear-unusable-number.ts';
import { countPhoneCountries, describeCustomer, listCustomers } from './service.ts';
import { listCustomerEvents, listEvents } from './list-events.ts';
import { trackNamed } from './track-named.ts';

type CustomerEndpoint =
  | 'listCustomers'
  | 'countPhoneCountries'
  | 'getCustomer'
  | 'clearUnusableNumber'
  | 'listCustomerEvents'
  | 'listEvents'
  | 'trackEvents';

export const customerHandlers = (context: AppContext): Pick<Handlers, CustomerEndpoint> => ({
  listCustomers: ({ params, query }) => listCustomers(context, params.projectId, query),
  countPhoneCountries: async ({ params }) => ({
    countries: await countPhoneCountries(context.database.pool, params.projectId),
  }),
  getCustomer: ({ params }) => describeCustomer(context, params),
  clearUnusableNumber: async ({ params, caller }) => {
    await clearUnusableNumber(context, params, caller);
  },
  listCustomerEvents: ({ params, query }) => listCustomerEvents(context, params, query),
  trackEvents: ({ params, body }) => trackNamed(context, params.projectId, body),
  listEvents: ({ params, query }) => listEvents(context, params.projectId, query),
});
