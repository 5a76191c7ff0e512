import { endpoints } from '@curlew/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/api.ts';

const pageSize = 20;

/** The customers that a search finds, page by page. */
export const foundCustomersQuery = (projectId: string, search: string) =>
  infiniteQueryOptions({
    queryKey: ['projects', projectId, 'preview-customers', search],
    queryFn: ({ pageParam, signal }) =>
      callApi(endpoints.listCustomers, {
        params: { projectId },
        query: { search, limit: pageSize, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 60_000,
  });

/** One customer with all that a message can speak of. */
export const previewCustomerQuery = (projectId: string, customerId: string) =>
  queryOptions({
    queryKey: ['projects', projectId, 'preview-customer', customerId],
    queryFn: ({ signal }) => callApi(endpoints.getCustomer, { params: { projectId, customerId }, signal }),
    staleTime: 60_000,
  });
