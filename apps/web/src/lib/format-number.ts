// One spelling of numbers for everyone: the product speaks English.
const locale = 'en-GB';
const whole = new Intl.NumberFormat(locale);
const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });

/** 2000 -> 2,000 */
export const formatNumber = (value: number): string => whole.format(value);

/** 12345 -> 12.3k, for places with no room */
export const formatCompact = (value: number): string => compact.format(value);

/** 0.964 -> 96.4 %; a part of nothing is shown as a dash. */
export const formatShare = (part: number, of: number): string => {
  if (of === 0) return '–';
  const percent = (part / of) * 100;
  // 99.96 must not read as 100, nor 0.04 as 0: both say "all" or "none" where it is not so.
  const shown = percent > 99.9 && percent < 100 ? 99.9 : percent > 0 && percent < 0.1 ? 0.1 : percent;
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(shown)} %`;
};

/** 812.5, EUR -> EUR 812.50 */
export const formatMoney = (amount: number, currency: string): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'code' })
    .format(amount)
    .replace(/\s/g, ' ');

/** 1 part, 2 parts: a count with its noun */
export const formatCount = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;
