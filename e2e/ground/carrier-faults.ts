import type { APIRequestContext } from '@playwright/test';

interface RequestFault {
  readonly fault: 'status429' | 'dropBefore';
  readonly requests: number;
  readonly retryAfterSeconds?: number;
}

const addressOf = (): string => new URL('/carrier/api/faults', process.env['CURLEW_PHONES_URL']).href;

const headers = (): { authorization: string } => ({
  authorization: `Bearer ${process.env['CURLEW_E2E_CARRIER_TOKEN']}`,
});

/** Lets the carrier fail at the next requests. */
export const failNext = async (request: APIRequestContext, fault: RequestFault): Promise<void> => {
  const response = await request.post(addressOf(), {
    headers: headers(),
    data: { requests: [fault], reports: [] },
  });
  if (!response.ok()) throw new Error(`the carrier takes no faults: ${await response.text()}`);
};

/** Lets the carrier be as it was. */
export const failNoMore = async (request: APIRequestContext): Promise<void> => {
  const response = await request.delete(addressOf(), { headers: headers() });
  if (!response.ok()) throw new Error(`the carrier keeps its faults: ${await response.text()}`);
};
