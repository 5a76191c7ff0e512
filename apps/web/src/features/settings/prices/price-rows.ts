import type { Price } from '@curlew/contract';
import { priceAt } from '@curlew/engine';
import { formatCountry } from '../../../lib/format-place.ts';

/** Whether a price counts today, will later, or did before. */
export type PriceState = 'in_force' | 'coming' | 'past';

interface PriceRow {
  readonly price: Price;
  readonly countryName: string;
  readonly state: PriceState;
}

/** What a country is called in a price list. */
export const nameCountry = (country: string): string =>
  country === '*' ? 'All other countries' : formatCountry(country);

const stateOf = (prices: readonly Price[], price: Price, today: string): PriceState => {
  if (price.validFrom > today) return 'coming';
  const own = prices.filter(({ country }) => country === price.country);
  return priceAt(own, price.country, today)?.validFrom === price.validFrom ? 'in_force' : 'past';
};

/** A list as it is shown: the price for all others first, then by name, and each country from the past on. */
export const priceRows = (prices: readonly Price[], today: string): PriceRow[] =>
  prices
    .map((price) => ({
      price,
      countryName: nameCountry(price.country),
      state: stateOf(prices, price, today),
    }))
    .toSorted(
      (a, b) =>
        Number(b.price.country === '*') - Number(a.price.country === '*') ||
        a.countryName.localeCompare(b.countryName, 'en') ||
        a.price.validFrom.localeCompare(b.price.validFrom),
    );
