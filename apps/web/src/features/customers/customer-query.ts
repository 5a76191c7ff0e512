import { endpoints } from '@curlew/contract';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../lib/api.ts';

/** What begins the keys of all that is asked of a project's customers. */
export const customerKey = (projectId: string) => ['customers', projectId] as const;

/** A customer with ids, attributes and consents. */
export const customerQuery = (projectId: string, customerId: string) =>
  queryOptions({
    queryKey: [...customerKey(projectId), 'one', customerId],
    queryFn: ({ signal }) => callApi(endpoints.getCustomer, { params: { projectId, customerId }, signal }),
  });
