import type { Price } from '@curlew/contract';

// Invented: no operator asks for these. The next year's list shows what a price that is still to come looks like.
const byDay: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '2026-01-01': {
    '*': '0.07',
    GB: '0.032',
    IE: '0.058',
    DE: '0.079',
    AT: '0.071',
    CH: '0.062',
    NL: '0.081',
    FR: '0.048',
    ES: '0.045',
    IT: '0.056',
    PT: '0.036',
    PL: '0.024',
    CZ: '0.041',
    SK: '0.052',
    HU: '0.064',
    UA: '0.088',
    BG: '0.067',
    GR: '0.049',
    SE: '0.053',
    DK: '0.034',
    TR: '0.012',
    US: '0.0082',
  },
  '2027-01-01': { '*': '0.0735', GB: '0.0335', SK: '0.0545', PL: '0.0255' },
};

/** The price list of the demo project's carrier, in pounds. */
export const samplePrices: readonly Price[] = Object.entries(byDay).flatMap(([validFrom, prices]) =>
  Object.entries(prices).map(([country, price]) => ({ country, validFrom, currency: 'GBP', price })),
);
