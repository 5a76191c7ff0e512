import { endpoints } from '@curlew/contract';
import type { CustomerFilter } from '@curlew/scenario';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../../lib/api.ts';

/** How many customers meet a filter, and some of them. */
export const countQuery = (projectId: string, filter: CustomerFilter) =>
  queryOptions({
    queryKey: ['projects', projectId, 'count', filter],
    queryFn: ({ signal }) =>
      callApi(endpoints.countFiltered, { params: { projectId }, body: { filter }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    // A filter that is too slow is so the second time too.
    retry: false,
  });
