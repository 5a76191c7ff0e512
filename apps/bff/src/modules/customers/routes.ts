import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/endpoint-router.ts';
import { describeCustomer, listCustomerEvents, listCustomers, listEvents } from './service.ts';

type CustomerEndpoint = 'listCustomers' | 'getCustomer' | 'listCustomerEvents' | 'listEvents';

export const customerHandlers = (context: AppContext): Pick<Handlers, CustomerEndpoint> => ({
  listCustomers: ({ params, query }) => listCustomers(context, params.projectId, query),
  getCustomer: ({ params }) => describeCustomer(context, params),
  listCustomerEvents: ({ params, query }) => listCustomerEvents(context, params, query),
  listEvents: ({ params, query }) => listEvents(context, params.projectId, query),
});
