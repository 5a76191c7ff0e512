import { type CustomerEvent, type CustomerSummary, endpoints } from '@curlew/contract';
import type { APIRequestContext } from '@playwright/test';
import { callApi } from './call-api.ts';

/** The first customer that a search finds, or the first of the list with what `isWanted` asks for. */
export const findCustomer = async (
  request: APIRequestContext,
  projectId: string,
  { search = '', isWanted = () => true }: { search?: string; isWanted?: (one: CustomerSummary) => boolean },
): Promise<CustomerSummary> => {
  let cursor: string | null = null;
  do {
    const page: { items: CustomerSummary[]; nextCursor: string | null } = await callApi(
      request,
      endpoints.listCustomers,
      { params: { projectId }, query: { search, limit: 200, ...(cursor === null ? {} : { cursor }) } },
    );
    const found = page.items.find(isWanted);
    if (found) return found;
    cursor = page.nextCursor;
  } while (cursor !== null);
  throw new Error(`no customer found for “${search}”`);
};

/** The statuses of a scenario's campaign events at a customer, oldest first, with their properties. */
export const campaignEventsOf = async (
  request: APIRequestContext,
  projectId: string,
  { customerId, campaign }: { readonly customerId: string; readonly campaign: string },
): Promise<readonly CustomerEvent['properties'][]> => {
  const { items } = await callApi(request, endpoints.listCustomerEvents, {
    params: { projectId, customerId },
    query: { type: 'campaign', limit: 200 },
  });
  return items
    .map(({ properties }) => properties)
    .filter(({ campaign_name: name }) => name === campaign)
    .toReversed();
};
