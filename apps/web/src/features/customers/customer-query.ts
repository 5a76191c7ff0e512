import { endpoints } from '@curlew/contract';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../lib/api.ts';

/** A customer with ids, attributes and consents. */
export const customerQuery = (projectId: string, customerId: string) =>
  queryOptions({
    queryKey: ['customers', projectId, 'one', customerId],
    queryFn: ({ signal }) => callApi(endpoints.getCustomer, { params: { projectId, customerId }, signal }),
  });
