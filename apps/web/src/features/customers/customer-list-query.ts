import { endpoints } from '@curlew/contract';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { callApi } from '../../lib/api.ts';

/** Customers whose name, e-mail, phone or id contains the search, in pages. */
export const customerListQuery = (projectId: string, search: string) =>
  infiniteQueryOptions({
    queryKey: ['customers', projectId, 'list', search],
    queryFn: ({ pageParam, signal }) =>
      callApi(endpoints.listCustomers, {
        params: { projectId },
        query: { search, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    // The value that gives its type to the cursor.
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
