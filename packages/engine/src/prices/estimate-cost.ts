import { decimalOf, microsOf } from './micros.ts';
import { priceAt, type Price } from './price-at.ts';

/** Parts to one country; null: to numbers of no known country. */
export interface PartsToCountry {
  readonly country: string | null;
  readonly parts: number;
}

/** What parts cost. */
export interface CostEstimate {
  /** One sum for each currency, as a decimal; currencies are never added up. */
  readonly sums: readonly { readonly currency: string; readonly amount: string }[];
  /** Parts that no price is known for, by country; the most parts first. */
  readonly unpriced: readonly PartsToCountry[];
}

const toEstimate = (
  sums: ReadonlyMap<string, bigint>,
  unpriced: readonly PartsToCountry[],
): CostEstimate => ({
  sums: [...sums]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([currency, micros]) => ({ currency, amount: decimalOf(micros) })),
  unpriced: unpriced.toSorted((one, other) => other.parts - one.parts),
});

/** What parts cost by the prices of one integration that are in force on a day (`YYYY-MM-DD`). */
export const estimateCost = (
  parts: readonly PartsToCountry[],
  prices: readonly Price[],
  day: string,
): CostEstimate => {
  const byCountry = new Map<string | null, number>();
  for (const { country, parts: own } of parts) byCountry.set(country, (byCountry.get(country) ?? 0) + own);
  const sums = new Map<string, bigint>();
  const unpriced: PartsToCountry[] = [];
  for (const [country, own] of byCountry) {
    if (own === 0) continue;
    const price = priceAt(prices, country, day);
    if (price)
      sums.set(price.currency, (sums.get(price.currency) ?? 0n) + microsOf(price.price) * BigInt(own));
    else unpriced.push({ country, parts: own });
  }
  return toEstimate(sums, unpriced);
};

/** What several estimates come to together, as of messages that leave through different integrations. */
export const addEstimates = (estimates: readonly CostEstimate[]): CostEstimate => {
  const sums = new Map<string, bigint>();
  const unpriced = new Map<string | null, number>();
  for (const estimate of estimates) {
    for (const { currency, amount } of estimate.sums)
      sums.set(currency, (sums.get(currency) ?? 0n) + microsOf(amount));
    for (const { country, parts } of estimate.unpriced)
      unpriced.set(country, (unpriced.get(country) ?? 0) + parts);
  }
  return toEstimate(
    sums,
    Array.from(unpriced, ([country, parts]) => ({ country, parts })),
  );
};
