import { endpoints } from '@curlew/contract';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from './api.ts';

/** Who is signed in, and their projects. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => callApi(endpoints.getMe, { signal }),
  staleTime: 60_000,
});
