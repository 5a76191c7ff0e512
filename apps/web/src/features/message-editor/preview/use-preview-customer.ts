import type { Customer } from '@curlew/contract';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ApiError } from '../../../lib/api-error.ts';
import { foundCustomersQuery, previewCustomerQuery } from './customer-queries.ts';
import { usePreviewCustomerStore } from './preview-customer-store.ts';

export type PreviewCustomer =
  | { readonly status: 'loading' }
  | { readonly status: 'none' }
  | { readonly status: 'error'; readonly error: unknown; readonly retry: () => void }
  | { readonly status: 'ready'; readonly customer: Customer };

/** The customer a message is previewed for: the last chosen one of the project, else the first of its list. */
export const usePreviewCustomer = (projectId: string): PreviewCustomer => {
  const remembered = usePreviewCustomerStore(({ byProject }) => byProject[projectId] ?? null);
  const forget = usePreviewCustomerStore((state) => state.forget);
  const first = useInfiniteQuery({ ...foundCustomersQuery(projectId, ''), enabled: remembered === null });
  const customerId = remembered ?? first.data?.pages[0]?.items[0]?.id ?? null;
  const customer = useQuery({
    ...previewCustomerQuery(projectId, customerId ?? ''),
    enabled: customerId !== null,
    placeholderData: keepPreviousData,
  });

  const isGone = customer.error instanceof ApiError && customer.error.code === 'not_found';
  useEffect(() => {
    if (isGone && remembered !== null) forget(projectId);
  }, [isGone, remembered, forget, projectId]);

  const failed = [first, customer].find(({ isError }) => isError);
  if (failed && !isGone) {
    return { status: 'error', error: failed.error, retry: () => void failed.refetch() };
  }
  if (customer.data) return { status: 'ready', customer: customer.data };
  return first.data?.pages[0]?.items.length === 0 ? { status: 'none' } : { status: 'loading' };
};
