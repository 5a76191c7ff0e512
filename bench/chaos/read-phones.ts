import type { RunningCarrier } from '../workers/start-carrier.ts';

interface Page {
  readonly phones: readonly { readonly number: string; readonly count: number }[];
  readonly nextCursor: number | null;
}

/** How many messages each phone received. */
export const readPhones = async (carrier: RunningCarrier): Promise<ReadonlyMap<string, number>> => {
  const counts = new Map<string, number>();
  let cursor: number | null = null;
  do {
    const page: Page = await carrier.ask(`/phones?limit=500${cursor === null ? '' : `&cursor=${cursor}`}`);
    for (const { number, count } of page.phones) counts.set(`+${number.replace(/^\+/, '')}`, count);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return counts;
};
