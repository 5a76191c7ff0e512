import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/endpoint-router.ts';
import {
  countPhoneCountries,
  describeCustomer,
  listCustomerEvents,
  listCustomers,
  listEvents,
} from './service.ts';
import { trackNamed } from './track-named.ts';

type CustomerEndpoint =
  | 'listCustomers'
  | 'countPhoneCountries'
  | 'getCustomer'
  | 'listCustomerEvents'
  | 'listEvents'
  | 'trackEvents';

export const customerHandlers = (context: AppContext): Pick<Handlers, CustomerEndpoint> => ({
  listCustomers: ({ params, query }) => listCustomers(context, params.projectId, query),
  countPhoneCountries: async ({ params }) => ({
    countries: await countPhoneCountries(context.database.pool, params.projectId),
  }),
  getCustomer: ({ params }) => describeCustomer(context, params),
  listCustomerEvents: ({ params, query }) => listCustomerEvents(context, params, query),
  trackEvents: ({ params, body }) => trackNamed(context, params.projectId, body),
  listEvents: ({ params, query }) => listEvents(context, params.projectId, query),
});
