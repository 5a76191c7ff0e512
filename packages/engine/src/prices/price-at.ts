/** The price of one part to a country from a day on, until the next of the same country begins. */
export interface Price {
  /** ISO 3166-1 alpha-2, or `*`: every country that has no price of its own on the day. */
  readonly country: string;
  /** `YYYY-MM-DD`. */
  readonly validFrom: string;
  /** ISO 4217. */
  readonly currency: string;
  /** A decimal with at most six places. */
  readonly price: string;
}

const inForce = (prices: readonly Price[], country: string, day: string): Price | null => {
  let found: Price | null = null;
  for (const price of prices) {
    if (price.country !== country || price.validFrom > day) continue;
    if (!found || price.validFrom > found.validFrom) found = price;
  }
  return found;
};

/**
 * The price in force on a day (`YYYY-MM-DD`) for parts to a country, null for a number of no country; null where the
 * list says nothing. `prices` are those of one integration.
 */
export const priceAt = (prices: readonly Price[], country: string | null, day: string): Price | null =>
  (country === null ? null : inForce(prices, country, day)) ?? inForce(prices, '*', day);
