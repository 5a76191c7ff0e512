import type { CustomerSummary } from '@curlew/contract';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '../../../lib/use-debounced-value.ts';
import { foundCustomersQuery } from './customer-queries.ts';

const settleMs = 200;
const none: readonly CustomerSummary[] = [];

export interface CustomerSearch {
  readonly found: readonly CustomerSummary[];
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly retry: () => void;
  /** Gives the list with one page more. */
  readonly loadMore: () => Promise<readonly CustomerSummary[]>;
}

/** The customers that a typed text finds, once it stands still. */
export const useCustomerSearch = (projectId: string, text: string): CustomerSearch => {
  const search = useDebouncedValue(text.trim(), settleMs);
  const query = useInfiniteQuery({
    ...foundCustomersQuery(projectId, search),
    placeholderData: keepPreviousData,
  });
  return {
    found: query.data?.pages.flatMap(({ items }) => items) ?? none,
    hasMore: query.hasNextPage,
    isLoading: query.isPending || query.isPlaceholderData || search !== text.trim(),
    error: query.error,
    retry: () => void query.refetch(),
    loadMore: async () => {
      const { data } = await query.fetchNextPage();
      return data?.pages.flatMap(({ items }) => items) ?? none;
    },
  };
};
