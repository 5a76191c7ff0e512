import { endpoints, type Price, type PriceKey } from '@curlew/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/api.ts';
import { priceListQuery } from './price-list-query.ts';

interface Change {
  readonly remove?: PriceKey[];
  readonly set?: Price[];
}

/** Changes prices of a list at once. */
export const useChangePrices = (projectId: string, integrationId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: Change) =>
      callApi(endpoints.changePrices, { params: { projectId, integrationId }, body: change }),
    onSuccess: (list) => client.setQueryData(priceListQuery(projectId, integrationId).queryKey, list),
  });
};
