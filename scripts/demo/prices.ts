import type { Country } from './places.ts';

type Currency = { readonly code: string; readonly perEuro: number };

/** The shop's own, rounded rates. Where a country is missing the shop sells in euros. */
const currencies: Partial<Readonly<Record<Country, Currency>>> = {
  CH: { code: 'CHF', perEuro: 1 },
  CZ: { code: 'CZK', perEuro: 25 },
  GB: { code: 'GBP', perEuro: 0.85 },
  PL: { code: 'PLN', perEuro: 4.25 },
  SE: { code: 'SEK', perEuro: 11 },
};

export function currencyOf(country: Country): string {
  return currencies[country]?.code ?? 'EUR';
}

/** A price in the country's money; both in hundredths, so that sums stay exact. */
export function priceIn(country: Country, cents: number): number {
  return Math.round(cents * (currencies[country]?.perEuro ?? 1));
}
