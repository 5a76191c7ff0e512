import { endpoints } from '@curlew/contract';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/api.ts';

/** The refused rows of an import in the order of the file, in pages. */
export const importErrorsQuery = (projectId: string, importId: string) =>
  infiniteQueryOptions({
    queryKey: ['imports', projectId, importId, 'errors'],
    queryFn: ({ pageParam, signal }) =>
      callApi(endpoints.listImportErrors, {
        params: { projectId, importId },
        query: { afterLine: pageParam },
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: ({ items, total }, pages) =>
      pages.reduce((count, page) => count + page.items.length, 0) < total ? items.at(-1)?.line : undefined,
  });
