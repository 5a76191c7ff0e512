import type { APIRequestContext } from '@playwright/test';

/** Where the built-in carrier is, for its own API and for integrations of a story. */
export const carrierUrl = (): string => (process.env['CURLEW_PHONES_URL'] ?? '').replace(/\/$/, '');

/** Lets the carrier lose the next request, and say nothing. */
export const dropNext = async (request: APIRequestContext): Promise<void> => {
  const response = await request.post(`${carrierUrl()}/carrier/api/faults`, {
    headers: { authorization: `Bearer ${process.env['CURLEW_E2E_CARRIER_TOKEN']}` },
    data: { requests: [{ fault: 'dropBefore', requests: 1 }], reports: [] },
  });
  if (!response.ok()) throw new Error(`the carrier takes no faults: ${await response.text()}`);
};
